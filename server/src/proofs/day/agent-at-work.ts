import { setTimeout as pause } from 'node:timers/promises'
import type { ConnectionTimes } from '#client/connection-settings.ts'
import { Refused } from '#client/refused.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId, FileId, SubAccountId } from '#contract/ids.ts'
import type { Engaged } from '../../testing/staff.ts'
import type { Dice } from '../access/worlds/dice.ts'
import { AgentScreen } from '../delivery/rig/agent-screen.ts'
import type { Place } from '../delivery/rig/device.ts'
import { agentsDoors, largeBytes, sendFromDevice } from './files.ts'
import { type Ledger, noteMark } from './ledger.ts'

/** People wait longer than a test's usual devices for a server that is down: many of them share this machine. */
export const patientTimes: Partial<ConnectionTimes> = { retry: { baseMs: 150, capMs: 1_000 }, answerMs: 15_000 }

interface Around {
  place: Place
  dice: Dice
  ledger: Ledger
  subAccounts: readonly SubAccountId[]
  /** Never goes away, and has more in hand than others. */
  isPillar: boolean
}

const ofOne = '/organisations/:organisationId/conversations/:conversationId'

/** An agent with an open console: takes, answers, notes, hands on, closes, goes away and comes back, by what their screen shows. */
export class AgentAtWork {
  readonly agent: Engaged
  readonly screen: AgentScreen
  readonly #around: Around
  #working: Promise<void> | null = null
  #isWanted = false
  #isAway = false
  #isRemoved = false
  /** Of each conversation in hand, how many answers they have given. */
  readonly #answers = new Map<ConversationId, number>()

  constructor(agent: Engaged, around: Around) {
    this.agent = agent
    this.#around = around
    this.screen = new AgentScreen(agent, around.place, patientTimes)
  }

  /** Opens the console, and begins. */
  begin(): void {
    this.screen.start()
    this.#isWanted = true
    this.#working ??= this.#work()
  }

  /** Puts everything down; the console stays open. */
  async rest(): Promise<void> {
    this.#isWanted = false
    await this.#working
    this.#working = null
  }

  /** Somebody removed them. Their console stays open, so that what it is told would be heard. */
  async end(): Promise<void> {
    this.#isRemoved = true
    await this.rest()
  }

  get isRemoved(): boolean {
    return this.#isRemoved
  }

  /** Another word on whether they take conversations now. */
  async setAway(away: boolean): Promise<void> {
    const body = { availability: away ? 'away' : 'available' } as const
    const isDone = await this.#wish('availability', () =>
      this.screen.api.call('PUT /organisations/:organisationId/me/availability', { params: this.#inHouse, body }),
    )
    if (isDone) this.#isAway = away
  }

  /** Tries for all that waits, whatever room there is. @returns how often they were told that they have none */
  async takeAll(): Promise<number> {
    const { ledger } = this.#around
    const told = () => ledger.counted('assignment: conversations.limit-reached')
    const before = told()
    for (const one of this.screen.state?.conversations.values() ?? []) if (one.may.pickUp) await this.#pickUp(one)
    return told() - before
  }

  settle(): void {
    this.#around.ledger.settle(this.agent.agentId, this.screen.outbox.entries())
  }

  get #inHouse() {
    return { organisationId: this.agent.organisationId }
  }

  async #work(): Promise<void> {
    const { dice } = this.#around
    while (this.#isWanted) {
      await pause(60 + dice.int(180))
      if (this.screen.state && this.screen.connection.isFresh()) await this.#act()
    }
  }

  async #act(): Promise<void> {
    const { dice, isPillar } = this.#around
    const all = [...(this.screen.state?.conversations.values() ?? [])]
    const mine = all.filter(({ state, assigneeId }) => state === 'open' && assigneeId === this.agent.agentId)
    const offered = all.find(({ offer }) => offer?.toYou)
    if (!isPillar && dice.chance(this.#isAway ? 0.15 : 0.01)) return this.setAway(!this.#isAway)
    const hasTime = mine.length < (isPillar ? 8 : 3)
    if (offered && hasTime && dice.chance(0.8)) return dice.chance(0.15) ? this.#pass(offered) : this.#pickUp(offered)
    const waiting = all.filter(({ may, offer }) => may.pickUp && offer === null)
    // Whoever has too much in hand tries for more now and then all the same; who is away ends what they are in the middle of.
    if (!this.#isAway && waiting.length > 0 && dice.chance(hasTime ? 0.3 : 0.03))
      return this.#pickUp(dice.pick(waiting))
    if (mine.length > 0) return this.#handle(dice.pick(mine))
    const closed = all.filter(({ may }) => may.reopen)
    if (closed.length > 0 && dice.chance(0.01)) await this.#on('reopening', dice.pick(closed))
  }

  async #handle(one: ConversationForAgent): Promise<void> {
    const { dice } = this.#around
    const answers = this.#answers.get(one.id) ?? 0
    if (one.unread > 0 || answers === 0) return this.#answer(one)
    const die = dice.int(20)
    if (die < 10) return this.#close(one)
    if (die < 13) return this.#transfer(one)
    if (die < 14) return this.#say(one, `(${noteMark})`, 'note')
    if (die < 17) return this.#change(one)
    if (die < 18) return this.#answer(one)
  }

  #pickUp(one: ConversationForAgent): Promise<void> {
    return this.#on('assignment', one)
  }

  async #on(what: 'assignment' | 'closure' | 'reopening', { id }: ConversationForAgent): Promise<void> {
    await this.#wish(what, () =>
      this.screen.api.call(`POST ${ofOne}/${what}`, { params: { ...this.#inHouse, conversationId: id } }),
    )
  }

  async #pass({ id }: ConversationForAgent): Promise<void> {
    await this.#wish('pass', () =>
      this.screen.api.call(`DELETE ${ofOne}/offer`, { params: { ...this.#inHouse, conversationId: id } }),
    )
  }

  async #answer(one: ConversationForAgent): Promise<void> {
    const params = { ...this.#inHouse, conversationId: one.id }
    await this.#wish('look', () => this.screen.look(one.id))
    await this.#wish('read', () => this.screen.api.call(`PUT ${ofOne}/read`, { params, body: { seq: one.lastSeq } }))
    await this.#say(one, 'Avec plaisir.', 'text')
  }

  async #say({ id }: ConversationForAgent, words: string, kind: 'text' | 'note'): Promise<void> {
    const { dice, ledger } = this.#around
    const text = ledger.newWords(words)
    this.#answers.set(id, (this.#answers.get(id) ?? 0) + 1)
    const fileIds = dice.chance(0.08) ? await this.#sendFile(id, kind) : []
    ledger.says(this.agent.agentId, await this.screen.say(id, text, kind, fileIds), text, { fileIds })
  }

  #sendFile(conversationId: ConversationId, kind: 'text' | 'note'): Promise<FileId[]> {
    const { dice, ledger } = this.#around
    const name = `${ledger.newWords(kind === 'note' ? noteMark : 'Facture')}.txt`
    const sizeBytes = dice.chance(0.1) ? largeBytes : 1 + dice.int(2_000)
    return sendFromDevice(
      agentsDoors(this.screen.api, { ...this.#inHouse, conversationId }),
      { name, sizeBytes },
      ledger,
    )
  }

  async #close(one: ConversationForAgent): Promise<void> {
    await this.#on('closure', one)
    this.#answers.delete(one.id)
    this.screen.lookAway(one.id)
  }

  async #transfer({ id }: ConversationForAgent): Promise<void> {
    const { dice, ledger, subAccounts } = this.#around
    const colleagues = [...(this.screen.state?.colleagues.keys() ?? [])].filter((one) => one !== this.agent.agentId)
    const die = dice.int(4)
    const to =
      die < 2 && colleagues.length > 0
        ? { agentId: dice.pick(colleagues), subAccountId: null }
        : { agentId: null, subAccountId: die === 2 ? dice.pick(subAccounts) : null }
    const note = dice.chance(0.5) ? ledger.newWords(`(${noteMark})`) : ''
    const isDone = await this.#wish('transfer', () =>
      this.screen.api.call(`POST ${ofOne}/transfer`, {
        params: { ...this.#inHouse, conversationId: id },
        body: { ...to, note },
      }),
    )
    if (!isDone) return
    ledger.count(
      to.agentId ? 'transfer to an agent' : to.subAccountId ? 'transfer to a sub-account' : 'transfer to the queue',
    )
    if (note !== '') ledger.notes.push(note)
    this.#answers.delete(id)
  }

  /** Rewrites the last words of one's own, or takes them back. */
  async #change({ id }: ConversationForAgent): Promise<void> {
    const { dice, ledger } = this.#around
    const own = this.screen.state?.threads
      .get(id)
      ?.messages.findLast(
        ({ author, kind }) => kind !== 'notice' && author.kind === 'agent' && author.agentId === this.agent.agentId,
      )
    const said = ledger.said.get(own?.clientMessageId ?? '')
    if (!own || !said || own.deletedAt) return
    const takesBack = dice.chance(0.3)
    const place = said.texts.push(takesBack ? '' : `${said.texts[0]} (corrigé ${said.texts.length})`) - 1
    const params = { ...this.#inHouse, conversationId: id, seq: String(own.seq) }
    const isDone = await this.#wish(takesBack ? 'take back' : 'rewrite', () =>
      takesBack
        ? this.screen.api.call(`DELETE ${ofOne}/words/:seq`, { params })
        : this.screen.api.call(`PUT ${ofOne}/words/:seq`, {
            params,
            body: { text: said.texts[place] ?? '', version: own.version },
          }),
    )
    if (isDone) said.known = place
  }

  /** Whether it was granted. Whoever meets a no, or nobody, looks at their screen and goes on. */
  async #wish(what: string, call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call()
      this.#around.ledger.count(`${what}: done`)
      return true
    } catch (error) {
      this.#around.ledger.count(`${what}: ${error instanceof Refused ? error.code : 'unreachable'}`)
      return false
    }
  }
}
