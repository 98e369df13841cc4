import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { startMailServer } from '#server/testing/mail-server.ts'
import { createLog } from '../log.ts'
import { createMailer } from './create-mailer.ts'

const log = createLog('silent')
const letter = { id: 'a1', to: 'ben@shop.example', subject: 'Une invitation', text: 'Bonjour,\n\nÇa va ?\n' }

test('a letter arrives as it was written, from the one address to the other', async () => {
  const server = await startMailServer()
  const mailer = createMailer({ smtpUrl: server.url, from: 'Comptoir <hello@shop.example>', log })
  const subject = 'Ada vous invite à la Boutique Lumière, rue de l’Échiquier, à côté du café où l’on se retrouve'
  const text = `Chère Chloé,\n\n${'très '.repeat(60)}longue ligne\n.\n..fin\n=3D`
  await mailer.send({ ...letter, subject, text })
  const received = await server.letterTo('ben@shop.example')
  assert.equal(received.from, 'hello@shop.example')
  assert.deepEqual(received.to, ['ben@shop.example'])
  assert.equal(received.subject, subject)
  assert.equal(received.text.trimEnd(), text)
  assert.equal(received.headers.get('message-id'), '<a1@shop.example>')
  assert.equal(received.headers.get('auto-submitted'), 'auto-generated')
  mailer.close()
  await server.close()
})

test('no subject and no address adds a header or a recipient', async () => {
  const server = await startMailServer()
  const mailer = createMailer({ smtpUrl: server.url, from: 'hello@shop.example', log })
  await mailer.send({ ...letter, subject: 'Hi\r\nBcc: oscar@elsewhere.example\r\n\r\nBoo', text: '\r\n.\r\nRSET' })
  const received = await server.letterTo('ben@shop.example')
  assert.deepEqual(received.to, ['ben@shop.example'])
  assert.equal(received.headers.has('bcc'), false)
  assert.equal(received.subject, 'Hi Bcc: oscar@elsewhere.example Boo')

  const posing = [
    'ben@shop.example, oscar@elsewhere.example',
    'ben@shop.example\r\nBcc: oscar@elsewhere.example',
    'Ben <oscar@elsewhere.example>',
    'team:ben@shop.example;',
    '',
  ]
  for (const to of posing) await assert.rejects(mailer.send({ ...letter, to }), /not one e-mail address/)
  assert.equal(server.letters.length, 1)
  mailer.close()
  await server.close()
})

test('a refused letter rejects with the words of the mail server', async () => {
  const server = await startMailServer()
  server.react({ refuse: 'this mailbox is full' })
  const mailer = createMailer({ smtpUrl: server.url, from: 'hello@shop.example', log })
  await assert.rejects(mailer.send(letter), { message: '450 this mailbox is full' })
  await mailer.send(letter)
  assert.equal(server.letters.length, 1, 'the next one is taken')
  mailer.close()
  await server.close()
})

test('a mail server that is away, or ends the talk, rejects and ends nothing else', async () => {
  const rude = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
  const address = rude.address()
  const port = typeof address === 'object' ? address?.port : 0
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'hello@shop.example', log })
  await assert.rejects(mailer.send(letter), Error)
  await new Promise((resolve) => rude.close(resolve))
  await assert.rejects(mailer.send(letter), /ECONNREFUSED/)
  mailer.close()
})

test('smtps speaks TLS from the start, and refuses a certificate nobody vouches for', async () => {
  const server = await startMailServer({ secure: true })
  const careful = createMailer({ smtpUrl: server.url, from: 'hello@shop.example', log })
  await assert.rejects(careful.send(letter), /self.signed|certificate/i)
  const trusting = createMailer({
    smtpUrl: `${server.url}?tls.rejectUnauthorized=false`,
    from: 'hello@shop.example',
    log,
  })
  await trusting.send(letter)
  assert.equal(server.letters.length, 1)
  careful.close()
  trusting.close()
  await server.close()
})

test('the name and password of the address are given to the mail server', async () => {
  const server = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      username === 'shop' && password === 'p@ss:word'
        ? callback(null, { user: username })
        : callback(new Error('who are you?')),
  })
  const at = (credentials: string) =>
    createMailer({ smtpUrl: server.url.replace('//', `//${credentials}@`), from: 'hello@shop.example', log })
  const known = at(`shop:${encodeURIComponent('p@ss:word')}`)
  await known.send(letter)
  assert.equal(server.letters.length, 1)
  const unknown = at('shop:guess')
  await assert.rejects(unknown.send(letter), /535 who are you\?/)
  known.close()
  unknown.close()
  await server.close()
})
