import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOfService, knownPushServices } from './push-services.ts'

test('subscriptions of the browsers’ own services are taken', () => {
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
    'https://web.push.apple.com/QGu',
    'https://wns2-par02p.notify.windows.com/w/?token=BQ',
  ])
    assert.equal(isOfService(endpoint, knownPushServices), true, endpoint)
})

test('no other door is knocked at, however its address is written', () => {
  for (const endpoint of [
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://fcm.googleapis.com@10.0.0.1/',
    'https://user:secret@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/',
    'https://evilpush.apple.com/',
    'https://push.apple.com.evil.example/',
    'https://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ])
    assert.equal(isOfService(endpoint, knownPushServices), false, endpoint)
})

test('a service of one’s own is named by its whole origin', () => {
  const own = ['http://127.0.0.1:8080']
  assert.equal(isOfService('http://127.0.0.1:8080/push/a', own), true)
  assert.equal(isOfService('http://127.0.0.1:8081/push/a', own), false)
  assert.equal(isOfService('https://127.0.0.1:8080/push/a', own), false)
})
