import assert from 'node:assert/strict'
import { type AgentState, applyEvent } from '#client/agent-state.ts'
import { Refused } from '#client/refused.ts'
import { shownMessages } from '#client/threads.ts'
import type { VisitorState } from '#client/visitor-state.ts'
import { applyEvent as applyToVisitor, fromSnapshot as visitorFromSnapshot } from '#client/visitor-state.ts'
import type { AgentEvent } from '#contract/events.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { Cursor } from '#contract/streams.ts'
import { markPresent } from '../../../domains/agents/index.ts'
import type { Comptoir, TestOrganisation, TestSubAccount } from '../../../testing/comptoir.ts'
import type { MailServer } from '../../../testing/mail-server.ts'
import { untilQuiet } from '../../../testing/quiet.ts'
import { type Engagement, engage } from '../../../testing/staff.ts'
import type { Visitor } from '../../../testing/visitor.ts'
import { loadInbox, shown } from './agent-screen.ts'
import { apiOf, type Colleague } from './stage.ts'

interface AgentSnapshot {
  state: AgentState
  cursors: Cursor[]
}
type Snapshots = Map<Colleague, AgentSnapshot | null>

/** Events after which a console fetches everything anew, whatever they say. */
const asksForSnapshot = (event: { type: string; list?: string }) =>
  event.type === 'access.changed' ||
  (event.type === 'settings.changed' && (event.list === 'channels' || event.list === 'sub-accounts'))

/**
 * An organisation of its own with somebody of every kind in it: Vera waits, Victor, who writes English, talks with Ben, and
 * Valentin's conversation is closed.
 */
export class LawWorld {
  readonly comptoir: Comptoir
  readonly mail: MailServer
  readonly organisation: TestOrganisation
  readonly lyon: TestSubAccount
  readonly paris: TestSubAccount
  readonly people: Record<'ada' | 'milo' | 'marc' | 'ben' | 'chloe' | 'rose' | 'lou' | 'iris' | 'nina', Colleague>
  readonly vera: Visitor
  readonly victor: Visitor
  readonly valentin: Visitor
  readonly waiting: ConversationId
  readonly open: ConversationId
  readonly closed: ConversationId
  /** Whose console is shut: they are not asked what they see, for asking is being there. */
  readonly absent = new Set<Colleague>()

  private constructor(given: Omit<LawWorld, 'absent' | 'params' | 'settle' | 'snapshots' | 'compare' | 'act'>) {
    this.comptoir = given.comptoir
    this.mail = given.mail
    this.organisation = given.organisation
    this.lyon = given.lyon
    this.paris = given.paris
    this.people = given.people
    this.vera = given.vera
    this.victor = given.victor
    this.valentin = given.valentin
    this.waiting = given.waiting
    this.open = given.open
    this.closed = given.closed
  }

  static async make(comptoir: Comptoir, mail: MailServer): Promise<LawWorld> {
    const organisation = await comptoir.makeOrganisation('Maison Verdier')
    const lyon = await organisation.makeSubAccount('Lyon')
    const paris = await organisation.makeSubAccount('Paris')
    const inLyon = { role: 'agent', subAccountId: lyon.id } as const
    const hire = async (name: string, engagement: Engagement): Promise<Colleague> => {
      const agent = await engage(comptoir, organisation.id, name, engagement)
      return { ...agent, ...apiOf(comptoir, agent.headers()) }
    }
    const people = {
      ada: await hire('Ada Verdier', { role: 'administrator', languages: ['fr', 'en'] }),
      milo: await hire('Milo Roy', { role: 'moderator', languages: ['fr', 'en'] }),
      marc: await hire('Marc Petit', { role: 'manager', subAccountId: lyon.id }),
      ben: await hire('Ben Klein', { ...inLyon, languages: ['fr', 'en'] }),
      chloe: await hire('Chloé Blanc', inLyon),
      rose: await hire('Rose Lune', { ...inLyon, reach: 'sub-account' }),
      lou: await hire('Lou Martin', { role: 'agent', subAccountId: paris.id, reach: 'all' }),
      iris: await hire('Iris Faure', { ...inLyon, active: false }),
      nina: await hire('Nina Sage', { ...inLyon, modules: ['visitors'] }),
    }
    const [vera, victor, valentin] = [lyon.visitor(), lyon.visitor(), lyon.visitor()]
    const waiting = (await vera.say('Bonjour')).conversation.id
    const open = (await victor.say('Hello', { locale: 'en' })).conversation.id
    const closed = (await valentin.say('Merci')).conversation.id
    const world = new LawWorld({
      comptoir,
      mail,
      organisation,
      lyon,
      paris,
      people,
      vera,
      victor,
      valentin,
      waiting,
      open,
      closed,
    })
    for (const { agentId } of Object.values(people)) await markPresent(organisation.id, agentId, comptoir.platform)
    await world.act(people.ben, 'assignment', open)
    await world.act(people.ben, 'assignment', closed)
    await world.act(people.ben, 'closure', closed)
    return world
  }

  get params() {
    return { organisationId: this.organisation.id }
  }

  act(by: Colleague, act: 'assignment' | 'closure' | 'reopening', conversationId: ConversationId) {
    return by.call(`POST /organisations/:organisationId/conversations/:conversationId/${act}`, {
      params: { ...this.params, conversationId },
    })
  }

  /** Waits until everything that follows is done. */
  async settle(): Promise<void> {
    await untilQuiet(this.comptoir)
  }

  /** What these people would load now: the lists, and every conversation of this world that they may read. */
  async snapshots(
    of: Colleague[] = Object.values(this.people),
  ): Promise<{ agents: Snapshots; visitors: Awaited<ReturnType<LawWorld['visitorSnapshots']>> }> {
    const agents: Snapshots = new Map()
    for (const agent of of) if (!this.absent.has(agent)) agents.set(agent, await this.snapshotOf(agent))
    return { agents, visitors: await this.visitorSnapshots() }
  }

  /**
   * Holds everybody's snapshot of now against what the events since then make of the one before; also applied twice, and to
   * the snapshot that knows them already. Returns the kinds of events there were.
   */
  async compare(
    before: Awaited<ReturnType<LawWorld['snapshots']>>,
    { leavingOut }: { leavingOut?: AgentEvent['type'] } = {},
  ): Promise<Set<string>> {
    const kinds = new Set<string>()
    for (const [agent, earlier] of before.agents) {
      const now = await this.snapshotOf(agent)
      if (!earlier || !now) continue
      const events = (await this.agentEvents(agent, earlier.cursors)).filter(({ type }) => type !== leavingOut)
      for (const { type } of events) kinds.add(type)
      if (events.some(asksForSnapshot)) continue
      // A conversation that left is loaded anew when somebody looks at it again.
      const left = new Set(events.map((event) => (event.type === 'conversation.left' ? event.conversationId : null)))
      const looked = [...earlier.state.threads.keys()].filter((id) => !left.has(id))
      const expected = shown(now.state, looked)
      const applied = events.reduce(applyEvent, earlier.state)
      assert.deepEqual(shown(applied, looked), expected, agent.name)
      assert.deepEqual(shown(events.reduce(applyEvent, applied), looked), expected, `${agent.name}, told twice`)
      assert.deepEqual(shown(events.reduce(applyEvent, now.state), looked), expected, `${agent.name}, told late`)
    }
    for (const [visitor, earlier] of before.visitors) {
      const now = await this.visitorSnapshot(visitor)
      const events = earlier.cursor ? await this.visitorEvents(visitor, earlier.cursor) : []
      const expected = visitorShown(now.state)
      assert.deepEqual(visitorShown(events.reduce(applyToVisitor, earlier.state)), expected)
      assert.deepEqual(visitorShown(events.reduce(applyToVisitor, now.state)), expected)
    }
    return kinds
  }

  private get looked() {
    return [this.waiting, this.open, this.closed]
  }

  /** Null: this person is nobody here any more. */
  private async snapshotOf(agent: Colleague): Promise<AgentSnapshot | null> {
    try {
      return await loadInbox(agent, this.organisation.id, this.looked)
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null
      throw error
    }
  }

  /** Asks until every stream has said that there is nothing more. */
  private async agentEvents(agent: Colleague, cursors: Cursor[]): Promise<AgentEvent[]> {
    const events: AgentEvent[] = []
    const places = new Map(cursors.map((cursor) => [cursor.stream, cursor]))
    for (let behind = cursors; behind.length > 0; ) {
      const { frames } = await agent.call('POST /organisations/:organisationId/poll', {
        params: this.params,
        body: { cursors: behind, waitMs: 0 },
      })
      for (const frame of frames) {
        assert.notEqual(frame.type, 'resync', 'the events are to be had')
        if (frame.type === 'events') events.push(...frame.events)
        if (frame.type === 'events' || frame.type === 'live')
          places.set(frame.stream, { stream: frame.stream, epoch: frame.epoch, since: frame.seq })
        if (frame.type === 'live') behind = behind.filter(({ stream }) => stream !== frame.stream)
      }
      behind = behind.flatMap(({ stream }) => places.get(stream) ?? [])
    }
    return events
  }

  private async visitorSnapshots() {
    const all = new Map<Visitor, Awaited<ReturnType<LawWorld['visitorSnapshot']>>>()
    for (const visitor of [this.vera, this.victor, this.valentin]) all.set(visitor, await this.visitorSnapshot(visitor))
    return all
  }

  private async visitorSnapshot(visitor: Visitor) {
    const thread = await visitor.thread()
    return { state: visitorFromSnapshot(thread), cursor: thread.cursor }
  }

  private async visitorEvents(visitor: Visitor, cursor: Cursor) {
    const { frames } = await visitor.call('POST /widget/:channelKey/poll', {
      params: { channelKey: visitor.channelKey },
      body: { cursors: [cursor], waitMs: 0 },
    })
    return frames.flatMap((frame) => (frame.type === 'events' ? frame.events : []))
  }
}

const visitorShown = (state: VisitorState) => ({ conversation: state.conversation, messages: shownMessages(state) })
