import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitMentions } from './split-mentions.ts'

const namesIn = (text: string, names: string[]) =>
  splitMentions(text, names)
    .filter(({ isName }) => isName)
    .map(({ text }) => text)

test('[N13] names that a note calls are found wherever they stand, the longer of two that begin alike', () => {
  const names = ['Ben', 'Ben Klein', 'Chloé Blanc']
  assert.deepEqual(namesIn('@Ben Klein, vois avec @Chloé Blanc (@Ben).', names), ['@Ben Klein', '@Chloé Blanc', '@Ben'])
  assert.deepEqual(namesIn('Ben Klein est là', names), [])
  assert.deepEqual(namesIn('@Marc', names), [])
})

test('the parts joined are the text, exactly', () => {
  for (const text of ['', '@', '@Ben@Ben', 'é 👩‍💻 @Ben 👩‍💻', 'ben@ben.example'])
    assert.equal(
      splitMentions(text, ['Ben'])
        .map((part) => part.text)
        .join(''),
      text,
    )
})
