import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { PushMessage, Subscribe } from '#contract/notifications.ts'

/** What a push service was handed for one browser. */
export interface ReceivedPush {
  headers: IncomingHttpHeaders
  /** As the browser reads it. */
  message: PushMessage
}

/** A browser that subscribed, with the keys that only it has. */
export interface Subscriber {
  subscription: Subscribe
  received: ReceivedPush[]
  /** The first push that nobody has waited for yet. */
  next(): Promise<ReceivedPush>
  /** How the service answers the next pushes for it; then it takes them. */
  answer(...statuses: number[]): void
}

export interface PushService {
  origin: string
  subscribe(): Subscriber
  close(): void
}

/** A real push service on this machine (RFC 8030), and browsers that read what it brings (RFC 8291). */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, (headers: IncomingHttpHeaders, body: Buffer) => number>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const take = browsers.get(request.url ?? '')
      response.writeHead(take ? take(request.headers, Buffer.concat(chunks)) : 410).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  // Listening on a port, not on a pipe.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    close: () => void server.close(),
    subscribe() {
      const path = `/push/${randomBytes(16).toString('base64url')}`
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const auth = randomBytes(16)
      const received: ReceivedPush[] = []
      const statuses: number[] = []
      let waitedFor = 0
      browsers.set(path, (headers, body) => {
        const status = statuses.shift() ?? 201
        if (status === 201) received.push({ headers, message: JSON.parse(decrypt(body, { keys, auth })) })
        return status
      })
      return {
        subscription: {
          endpoint: origin + path,
          p256dh: keys.getPublicKey('base64url'),
          auth: auth.toString('base64url'),
        },
        received,
        answer: (...next) => void statuses.push(...next),
        async next() {
          const at = waitedFor++
          for (;;) {
            const push = received[at]
            if (push) return push
            await pause(20)
          }
        },
      }
    },
  }
}

/** RFC 8188 with the keys of RFC 8291, by the book: what the library that encrypts made of it is not asked. */
function decrypt(body: Buffer, { keys, auth }: { keys: ReturnType<typeof createECDH>; auth: Buffer }): string {
  const salt = body.subarray(0, 16)
  const senderLength = body.readUInt8(20)
  const sender = body.subarray(21, 21 + senderLength)
  const sealed = body.subarray(21 + senderLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  // A delimiter of 2 ends the last record; zeros pad it.
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
}
