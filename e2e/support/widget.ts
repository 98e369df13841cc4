/** Stories of the widget: a Comptoir with one channel, a website that may carry it, and Ada, who answers by the API. */
import { setTimeout as sleep } from 'node:timers/promises'
import { test as base, type Page } from '@playwright/test'
import { createConnection } from '#client/connection.ts'
import type { TypingFrame } from '#client/frames.ts'
import { TestPage } from '#client/testing/test-page.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { OrganisationId } from '#contract/ids.ts'
import { newPerson, type Person } from '#server/testing/person.ts'
import { type Comptoir, startComptoir } from '#server/testing/start-comptoir.ts'
import { closePages } from './browsers.ts'
import { passphrase } from './people.ts'
import { openSite, type Site } from './site.ts'

export { expect } from '@playwright/test'

export interface Ada {
  /** The conversation whose last words these are, once it is there. */
  conversationWith(words: string): Promise<ConversationForAgent>
  pickUp(conversation: ConversationForAgent): Promise<void>
  say(conversation: ConversationForAgent, text: string): Promise<void>
  note(conversation: ConversationForAgent, text: string): Promise<void>
  readTo(conversation: ConversationForAgent, seq: number): Promise<void>
  close(conversation: ConversationForAgent): Promise<void>
  /** Opens her console, so that she is there to be seen, and sees who types. */
  sitDown(): Promise<Seat>
  /** Everything she sees of all conversations. */
  inbox(): Promise<ConversationForAgent[]>
  messagesOf(conversation: ConversationForAgent): Promise<string[]>
}

export interface Seat {
  /** Signs of typing she saw. */
  seen: TypingFrame[]
  type(conversation: ConversationForAgent, typing: boolean): void
  getUp(): void
}

/** What stories of one worker share: starting a server takes longer than most of them. */
interface Shared {
  comptoir: Comptoir
  site: Site
  house: { ada: Ada; tag: string }
}

interface Own {
  /** Sees what has begun since the story did. */
  ada: Ada
  /** The script tag, as Ada copied it. */
  tag: string
}

export const test = base.extend<Own, Shared>({
  comptoir: [
    async ({ browserName: _ }, use) => {
      const comptoir = await startComptoir()
      await use(comptoir)
      await comptoir.remove()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  site: [
    async ({ browserName: _ }, use) => {
      const site = await openSite()
      await use(site)
      site.close()
    },
    { scope: 'worker' },
  ],
  house: [async ({ comptoir, site }, use) => use(await setUp(comptoir.url, site.host)), { scope: 'worker' }],
  baseURL: async ({ comptoir }, use) => use(comptoir.url),
  ada: async ({ house: { ada }, browser }, use) => {
    const earlier = new Set((await ada.inbox()).map(({ id }) => id))
    const inbox = async () => (await ada.inbox()).filter(({ id }) => !earlier.has(id))
    const conversationWith = (words: string) => conversationIn(inbox, words)
    await use({ ...ada, inbox, conversationWith })
    await closePages(browser)
  },
  tag: async ({ house }, use) => use(house.tag),
})

async function conversationIn(inbox: Ada['inbox'], words: string): Promise<ConversationForAgent> {
  for (;;) {
    const found = (await inbox()).find(({ lastMessage }) => lastMessage?.text === words)
    if (found) return found
    await sleep(50)
  }
}

async function setUp(url: string, site: string): Promise<{ ada: Ada; tag: string }> {
  const person = newPerson(new URL(url).origin)
  const signedIn = await person.call('POST /set-up', {
    body: {
      organisationName: 'Maison Verdier',
      subAccountName: 'Boutique',
      channelName: 'Site',
      site,
      administrator: {
        firstName: 'Ada',
        lastName: 'Lefèvre',
        email: 'ada@maison-verdier.example',
        password: passphrase,
      },
      locale: 'fr',
    },
  })
  const organisationId = signedIn.memberships[0]?.organisationId
  if (!organisationId) throw new Error('Ada belongs nowhere')
  const inOrganisation = { organisationId }
  const { channels } = await person.call('GET /organisations/:organisationId/channels', { params: inOrganisation })
  const of = ({ id }: ConversationForAgent) => ({ ...inOrganisation, conversationId: id })
  const write = (conversation: ConversationForAgent, text: string, kind: 'text' | 'note') =>
    person.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
      params: { ...of(conversation), clientMessageId: uuid7() },
      body: { text, kind },
    })

  const ada: Ada = {
    conversationWith: (words) => conversationIn(ada.inbox, words),
    async pickUp(conversation) {
      await person.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
        params: of(conversation),
      })
    },
    say: async (conversation, text) => void (await write(conversation, text, 'text')),
    note: async (conversation, text) => void (await write(conversation, text, 'note')),
    async readTo(conversation, seq) {
      await person.call('PUT /organisations/:organisationId/conversations/:conversationId/read', {
        params: of(conversation),
        body: { seq },
      })
    },
    async close(conversation) {
      await person.call('POST /organisations/:organisationId/conversations/:conversationId/closure', {
        params: of(conversation),
      })
    },
    async sitDown() {
      await person.call('PUT /organisations/:organisationId/me/availability', {
        params: inOrganisation,
        body: { availability: 'available' },
      })
      return sitDown(person, inOrganisation, url)
    },
    async inbox() {
      const { pending, open, closed } = await person.call('GET /organisations/:organisationId/inbox', {
        params: inOrganisation,
      })
      return [...pending, ...open, ...closed]
    },
    async messagesOf(conversation) {
      const { messages } = await person.call(
        'GET /organisations/:organisationId/conversations/:conversationId/messages',
        { params: of(conversation), query: { after: 0 } },
      )
      return messages.filter(({ kind }) => kind === 'text').map(({ text }) => text)
    },
  }
  return { ada, tag: channels[0]?.scriptTag ?? '' }
}

async function sitDown(person: Person, params: { organisationId: OrganisationId }, url: string): Promise<Seat> {
  const seen: TypingFrame[] = []
  const live = Promise.withResolvers<void>()
  const connection = createConnection<AgentEvent>({
    socketUrl: `${url.replace(/^http/, 'ws')}api/socket`,
    ticket: () => person.call('POST /organisations/:organisationId/socket-tickets', { params }),
    poll: (cursors, waitMs) =>
      person.call('POST /organisations/:organisationId/poll', { params, body: { cursors, waitMs } }),
    snapshot: async () => (await person.call('GET /organisations/:organisationId/inbox', { params })).cursors,
    onEvents() {},
    onTyping: (frame) => seen.push(frame),
    onState: (state) => state === 'live' && live.resolve(),
    world: new TestPage().world,
  })
  connection.start()
  await live.promise
  return {
    seen,
    type: ({ id }, typing) => connection.send({ type: 'typing', conversationId: id, typing }),
    getUp: () => connection.stop(),
  }
}

/** The widget as a visitor sees it on a page. */
export function widgetOn(page: Page) {
  const host = page.locator('comptoir-widget')
  const widget = {
    host,
    launcher: host.locator('.launcher'),
    panel: host.getByRole('dialog'),
    log: host.getByRole('log'),
    composer: host.getByRole('textbox', { name: /^(Votre|Your) message$/ }),
    async open() {
      await widget.launcher.click()
      await widget.composer.waitFor()
    },
    async say(text: string) {
      await widget.composer.fill(text)
      await widget.composer.press('Enter')
    },
    /** What stands in bubbles, in order. */
    bubbles: () => host.locator('.msg[data-seq], .mine .msg').allInnerTexts(),
  }
  return widget
}
