import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { stopWithLaunchers } from './launched-by.ts'

test('when one of the launching processes is killed, we are told to stop, once', async () => {
  const launchers = [spawn('sleep', ['60']), spawn('sleep', ['60'])]
  let stops = 0
  stopWithLaunchers(
    launchers.map(({ pid }) => pid ?? 0),
    () => {
      stops += 1
    },
  )
  await pause(600)
  assert.equal(stops, 0)

  for (const launcher of launchers) {
    launcher.kill('SIGKILL')
    await once(launcher, 'exit')
  }
  await pause(800)
  assert.equal(stops, 1)
})
