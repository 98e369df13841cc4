import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardLines } from './card-lines.ts'

const said = (minutes: number, hasFlag = false) => {
  const { titleLines, shows } = cardLines(minutes, { hasFlag })
  const below = (['when', 'name', 'flag'] as const).filter((part) => shows[part])
  return [`title ${titleLines}`, ...below].join(', ')
}

test('the shorter an appointment, the less its card says: its title to the last, and before it who receives', () => {
  assert.equal(said(15), 'title 1')
  assert.equal(said(30), 'title 1, when')
  assert.equal(said(45), 'title 1, when, name')
  assert.equal(said(60), 'title 1, when, name')
  assert.equal(said(60, true), 'title 1, when, name, flag')
  assert.equal(said(90), 'title 3, when, name')
})

test('whatever its length, what a card shows has room in it', () => {
  for (let minutes = 15; minutes <= 240; minutes += 5)
    for (const hasFlag of [false, true]) {
      const { titleLines, shows, isTight } = cardLines(minutes, { hasFlag })
      const lines = titleLines + [shows.when, shows.name, shows.flag].filter(Boolean).length
      assert.ok(lines * 15 + (isTight ? 2 : 8) <= (minutes / 60) * 64 + 1, `${minutes} minutes: ${lines} lines`)
    }
})
