import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskedAddress } from './masked-address.ts'

test('an address is recognised by who knows it, and not learnt by who does not', () => {
  assert.equal(maskedAddress('vera.novak@poste.example'), 'v…@poste.example')
  assert.equal(maskedAddress('v@poste.example'), 'v…@poste.example')
  assert.equal(maskedAddress('"a@b"@poste.example'), '"…@poste.example', 'what stands before the last @ is the name')
})
