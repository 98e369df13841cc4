import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'node:test'
import { isStartRefusal } from '../../testing/is-start-refusal.ts'
import { refuseTakenPort } from './refuse-taken-port.ts'

const host = '127.0.0.1'

test('a port another program listens on is refused, and accepted once it is free', async () => {
  const other = createServer().listen(0, host)
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo // Listening on a port, it has one.
  await assert.rejects(refuseTakenPort({ host, port }), isStartRefusal('port.taken', /taken by another program/))
  other.close()
  await once(other, 'close')
  await refuseTakenPort({ host, port })
})

test('an address that is not this machine’s is refused', async () => {
  // Kept for documentation (RFC 5737): nobody has it.
  await assert.rejects(
    refuseTakenPort({ host: '192.0.2.1', port: 0 }),
    isStartRefusal('host.unknown', /not an address of this machine/),
  )
  await assert.rejects(
    refuseTakenPort({ host: 'nowhere.invalid', port: 0 }),
    isStartRefusal('host.unknown', /not an address of this machine/),
  )
})
