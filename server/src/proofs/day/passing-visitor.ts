import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '#client/refused.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { FileId } from '#contract/ids.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import { newToken } from '../../platform/secrets.ts'
import type { Dice } from '../access/worlds/dice.ts'
import type { Place } from '../delivery/rig/device.ts'
import { VisitorScreen } from '../delivery/rig/visitor-screen.ts'
import { patientTimes } from './agent-at-work.ts'
import { largeBytes, sendFromDevice, visitorsDoors } from './files.ts'
import type { DayChannel } from './house.ts'
import { type Ledger, markOf } from './ledger.ts'

type State = ReplyOf<'GET /widget/:channelKey/questionnaire'>
type Answer = BodyOf<'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId'>['answer']

interface Around {
  dice: Dice
  ledger: Ledger
  now: () => Date
}

/** Visits end with this much patience for a word that is not answered by the server, and for an agent's. */
const patienceMs = { server: 12_000, agent: 1_500 }

/** Somebody with a browser on a site: comes, answers what is asked, says a few words, waits a little, leaves, and may come back. */
export class PassingVisitor {
  readonly number: number
  readonly #channel: DayChannel
  readonly browser: { channelKey: string; token: string }
  readonly #language: string
  readonly #around: Around
  #screen: VisitorScreen | null = null
  #choice: string

  constructor(number: number, channel: DayChannel, around: Around) {
    const { dice } = around
    this.number = number
    this.#channel = channel
    this.#around = around
    this.browser = { channelKey: channel.key, token: newToken() }
    this.#language = dice.pick(channel.languages)
    this.#choice = dice.pick(['advisor', 'advisor', 'order', 'write', 'hours'])
  }

  get screen(): VisitorScreen {
    if (!this.#screen) throw new Error('a visitor who is not there')
    return this.#screen
  }

  get isAsked(): boolean {
    return this.#channel.asks
  }

  /** Opens the page. */
  come(place: Place): void {
    this.#screen = new VisitorScreen(this.browser, place, { times: patientTimes, language: this.#language })
    this.#screen.start()
  }

  /** Says so many things, each after the last one was read over, and waits for somebody's word. */
  async talk(words: number): Promise<void> {
    const { dice, ledger } = this.#around
    for (let word = 0; word < words; word++) {
      const text = ledger.newWords(markOf(this.number))
      const fileIds = dice.chance(0.08) ? await this.#sendFile() : []
      ledger.says(this.#name, await this.screen.say(text, fileIds), text, { fileIds })
      await pause(dice.int(250))
    }
    const before = this.#answers()
    await this.#waits(patienceMs.server, () => this.screen.outbox.entries().every(({ state }) => state === 'refused'))
    await this.#waits(dice.int(patienceMs.agent), () => this.#answers() > before)
    await this.#read()
  }

  /** Goes the way of the questionnaire, up to where words or an end are. @returns whether there is somebody to talk to. */
  async answer(pauseBefore: () => Promise<void> = async () => {}): Promise<boolean> {
    let state = await this.look()
    for (let step = 0; step < 12; step++) {
      const now = state.run?.now
      if (!now || now.at === 'agent' || now.at === 'nobody') break
      if (now.at === 'words' || now.at === 'booking') return false
      await pauseBefore()
      state = await this.give(state, now.stepId, this.#answerTo(now))
    }
    // From here on there may be a thread to follow.
    this.screen.connection.refresh()
    return true
  }

  look(): Promise<State> {
    return this.#insist(() =>
      this.screen.api.call('GET /widget/:channelKey/questionnaire', {
        params: { channelKey: this.browser.channelKey },
        query: { locale: 'fr', language: this.#language },
      }),
    )
  }

  /** The same answer again, until somebody says that it was taken, or was not. */
  async give({ run }: State, stepId: string, answer: Answer): Promise<State> {
    const { ledger, now } = this.#around
    const params = { channelKey: this.browser.channelKey, clientAnswerId: uuid7() }
    const at = { locale: 'fr' as const, language: this.#language, runId: run?.id ?? null, revision: run?.revision ?? 0 }
    const today = now().toISOString().slice(0, 10)
    // The message of a form is the first of a conversation, by the id of the answer.
    const message = Object(answer).message
    const said =
      typeof message === 'string' && ledger.says(this.#name, params.clientAnswerId, message, { inOutbox: false })
    try {
      const next = await this.#insist(() =>
        this.screen.api.call('PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId', {
          params,
          body: { ...at, stepId, answer, today, page: null },
        }),
      )
      if (said) said.known = 0
      ledger.count('answer: done')
      return next
    } catch (error) {
      if (said) said.refused = true
      ledger.count(`answer: ${error instanceof Refused ? error.code : 'unreachable'}`)
      // Whoever was told that nobody is there leaves a message instead.
      this.#choice = 'write'
      return this.look()
    }
  }

  /** Closes the page; what was on its way and unanswered is lost with it. */
  leave(): void {
    const { ledger } = this.#around
    const { conversation, messages } = this.screen.shown()
    ledger.settle(this.#name, this.screen.outbox.entries())
    ledger.lastSights.push({
      visitor: this.number,
      conversationId: conversation?.id ?? null,
      messages: messages.map(({ id, seq, kind, text, version, clientMessageId }) => ({
        ...{ id, seq, kind, text, version },
        clientId: clientMessageId,
      })),
    })
    this.screen.stop()
    this.#screen = null
  }

  #sendFile(): Promise<FileId[]> {
    const { dice, ledger } = this.#around
    const name = `${ledger.newWords(markOf(this.number))}.txt`
    const sizeBytes = dice.chance(0.1) ? largeBytes : 1 + dice.int(2_000)
    return sendFromDevice(visitorsDoors(this.screen.api, this.browser.channelKey), { name, sizeBytes }, ledger)
  }

  get #name(): string {
    return `visitor ${this.number}`
  }

  #answers(): number {
    return this.screen.state.messages.filter(({ author, kind }) => kind === 'text' && author.kind === 'agent').length
  }

  #answerTo(now: Extract<NonNullable<State['run']>['now'], { stepId: string }>): Answer {
    const mark = markOf(this.number)
    if (now.at === 'form')
      return {
        name: `Vera ${mark}`,
        email: `vera.${this.number}@shop.example`,
        message: this.#around.ledger.newWords(mark),
      }
    if (now.asks.kind === 'choice') {
      const offered = now.asks.options.map(({ id }) => id)
      return offered.includes(this.#choice) ? this.#choice : (offered.at(-1) ?? '')
    }
    return now.asks.kind === 'email' ? `vera.${this.number}@shop.example` : 'CD-1234'
  }

  async #read(): Promise<void> {
    const seq = this.screen.state.messages.at(-1)?.seq
    if (seq === undefined) return
    const params = { channelKey: this.browser.channelKey }
    await this.screen.api.call('PUT /widget/:channelKey/read', { params, body: { seq } }).catch(() => {})
  }

  /** As long as somebody has patience. */
  async #waits(forMs: number, until: () => boolean): Promise<void> {
    for (const deadline = performance.now() + forMs; !until() && performance.now() < deadline; ) await pause(25)
  }

  /** Asks again while nobody answers. @throws the server's no */
  async #insist<Reply>(call: () => Promise<Reply>): Promise<Reply> {
    for (;;) {
      try {
        return await call()
      } catch (error) {
        if (error instanceof Refused) throw error
        await pause(150 + this.#around.dice.int(300))
      }
    }
  }
}
