/** The visitors and the agent of message-path.ts, in a process of their own, so that their work is not counted as the server's. */
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { WebSocket } from 'ws'
import { apiRoot, socketPath } from '#contract/addresses.ts'
import { subprotocol, ticketPrefix } from '#contract/socket/version.ts'
import { uuid7 } from '../server/src/platform/ids.ts'

export type CrowdQuestion = { url: string; echoPort: number } & (
  | { kind: 'burst'; visitors: number; messagesEach: number }
  | { kind: 'steady' | 'echo'; messages: number }
)
export interface CrowdAnswer {
  perSecond: number
  p50Ms: number
  p99Ms: number
}

interface Place {
  url: string
  channelKey: string
  listener: WebSocket
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
let known: Promise<Place> | undefined

process.on('message', async (question: CrowdQuestion) => {
  if (question.kind === 'echo') return process.send?.(await echoes(question))
  known ??= settle(question.url)
  const place = await known
  process.send?.(question.kind === 'burst' ? await burst(place, question) : await steadily(place, question.messages))
})

/** Makes the organisation and listens as its administrator. */
async function settle(url: string): Promise<Place> {
  const administrator = { name: 'Ada', email: 'ada@bench.example', password: 'sept tasses bleues et un parapluie' }
  const wish = {
    organisationName: 'Bench',
    subAccountName: 'One',
    channelName: 'Site',
    site: '',
    administrator,
    locale: 'fr',
  }
  const made = await ask(url, 'POST', `${apiRoot}/set-up`, {}, wish)
  const cookie = made.cookies.map((line) => line.split(';')[0]).join('; ')
  const organisationId = made.body.memberships[0].organisationId
  const base = `${apiRoot}/organisations/${organisationId}`
  const { channels } = (await ask(url, 'GET', `${base}/channels`, { cookie })).body
  const { cursors } = (await ask(url, 'GET', `${base}/inbox`, { cookie })).body
  const { ticket } = (await ask(url, 'POST', `${base}/socket-tickets`, { cookie }, {})).body
  const listener = new WebSocket(`${url.replace('http', 'ws')}${socketPath}`, [subprotocol, ticketPrefix + ticket])
  await new Promise((resolve) => listener.once('open', resolve))
  listener.send(JSON.stringify({ type: 'attach', cursors }))
  return { url, channelKey: channels[0].key, listener }
}

/** Counts from the first word to the last on the agent's socket, every one of them acknowledged. */
async function burst(
  place: Place,
  { visitors, messagesEach }: { visitors: number; messagesEach: number },
): Promise<CrowdAnswer> {
  const tokens = Array.from({ length: visitors }, newToken)
  // The conversations are there: what is measured is talking.
  await Promise.all(tokens.map((token) => say(place, token, 'Bonjour')))
  const all = visitors * messagesEach
  const delivered = heard(place.listener, all)
  const start = performance.now()
  const talk = async (token: string) => {
    for (let index = 0; index < messagesEach; index++)
      await say(place, token, 'words of a usual length, said once more')
  }
  await Promise.all(tokens.map(talk))
  await delivered
  return { perSecond: (all * 1000) / (performance.now() - start), p50Ms: 0, p99Ms: 0 }
}

/** One visitor, one message after the other, each until it is on the agent's socket. */
async function steadily(place: Place, messages: number): Promise<CrowdAnswer> {
  const token = newToken()
  await say(place, token, 'Bonjour')
  return timed(messages, async () => {
    const delivered = heard(place.listener, 1)
    await Promise.all([say(place, token, 'words of a usual length'), delivered])
  })
}

async function echoes({ echoPort, messages }: { echoPort: number; messages: number }): Promise<CrowdAnswer> {
  const socket = new WebSocket(`ws://127.0.0.1:${echoPort}`)
  await new Promise((resolve) => socket.once('open', resolve))
  const answer = await timed(messages, async () => {
    const back = new Promise((resolve) => socket.once('message', resolve))
    socket.send('words of a usual length')
    await back
  })
  socket.close()
  return answer
}

async function timed(times: number, act: () => Promise<void>): Promise<CrowdAnswer> {
  const spans: number[] = []
  for (let index = 0; index < times; index++) {
    const start = performance.now()
    await act()
    spans.push(performance.now() - start)
  }
  spans.sort((one, other) => one - other)
  const at = (share: number) => spans[Math.floor(spans.length * share)] ?? 0
  return { perSecond: 0, p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** Resolves when so many further messages of visitors have come over the agent's socket. */
function heard(listener: WebSocket, count: number): Promise<void> {
  let left = count
  return new Promise((resolve) => {
    const take = (data: WebSocket.RawData) => {
      const frame = JSON.parse(String(data))
      if (frame.type !== 'events') return
      for (const event of frame.events) left -= event.messages?.length ?? 0
      if (left > 0) return
      listener.off('message', take)
      resolve()
    }
    listener.on('message', take)
  })
}

const newToken = () => randomBytes(32).toString('base64url')

const say = (place: Place, token: string, text: string) =>
  ask(
    place.url,
    'PUT',
    `${apiRoot}/widget/${place.channelKey}/messages/${uuid7()}`,
    { authorization: `Visitor ${token}` },
    {
      text,
      locale: 'fr',
      page: null,
    },
  )

// biome-ignore lint/suspicious/noExplicitAny: the bench reads a few fields of answers whose shapes the tests prove
type Answer = { body: any; cookies: string[] }

function ask(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Answer> {
  const text = body && JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, {
      method,
      agent,
      headers: {
        ...headers,
        ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
      },
    })
    asked.on('error', reject)
    asked.on('response', (response) => {
      let said = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
      })
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${method} ${path}: ${response.statusCode} ${said}`))
        else resolve({ body: JSON.parse(said), cookies: response.headers['set-cookie'] ?? [] })
      })
    })
    asked.end(text)
  })
}
