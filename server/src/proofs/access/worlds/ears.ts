import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { OrganisationId } from '#contract/ids.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import type { Cast } from '#server/testing/cast.ts'
import type { Ear } from '#server/testing/ear.ts'
import { heardByAgent, heardByVisitor, mayHearOf, saidLine } from '#server/testing/naive/hears.ts'
import { type Agent, agentOf, type Happening, type House, type Visitor } from '#server/testing/naive/world.ts'
import { openConsole, openWidget } from '#server/testing/talking.ts'
import { visitorWith } from '#server/testing/wish.ts'
import type { Dice } from './dice.ts'
import type { TwinWorld } from './make-world.ts'

interface AgentsEar {
  house: House
  agent: Agent
  ear: Ear
}
interface VisitorsEar {
  visitor: Visitor
  conversationId: string
  ear: Ear
}

/** Everybody's open sockets in a world, held against what the naive one says they hear. */
export function createEars({ origin }: Pick<Cast, 'origin'>, twin: TwinWorld, dice: Dice) {
  const agents: AgentsEar[] = []
  const visitors: VisitorsEar[] = []
  /** Not everybody listens in every world: over many, everybody does. */
  const elsewhere = new Set<Agent>()
  let heard = 0

  async function mayOpenFor(house: House, agent: Agent): Promise<void> {
    if (dice.chance(0.35)) elsewhere.add(agent)
    else await openFor(house, agent)
  }

  async function openFor(house: House, agent: Agent): Promise<void> {
    const browser = twin.browsers.get(agent.person)
    if (!browser) throw new Error('somebody without a browser')
    const by = { headers: browser.headers, organisationId: house.id as OrganisationId }
    agents.push({ house, agent, ear: await openConsole({ origin }, by) })
  }

  return {
    heard: () => heard,

    async openAll(): Promise<void> {
      for (const house of twin.naive.houses) for (const agent of house.agents) await mayOpenFor(house, agent)
    },

    /** Once visitors have spoken they may listen. */
    async openWidgets(): Promise<void> {
      for (const house of twin.naive.houses)
        for (const { id, visitor, channelId } of house.conversations) {
          if (visitors.some(({ conversationId }) => conversationId === id)) continue
          const channelKey = house.channels.find((channel) => channel.id === channelId)?.key ?? ''
          const passer = { token: visitor.token, channelKey, ...visitorWith(visitor.token) }
          visitors.push({ visitor, conversationId: id, ear: await openWidget({ origin }, passer) })
        }
    },

    /** After an act: everybody has heard exactly what they should, and whose rights changed is cut off. */
    async compare(happenings: Happening[]): Promise<void> {
      for (const one of [...agents]) {
        const { house, agent, ear } = one
        const own = happenings.filter((happening) => happening.house === house)
        const belongs = agent.person.signedIn && agentOf(house, agent.person) === agent
        const hasChanged = own.some((happening) => happening.what === 'access' && happening.agent === agent)
        if (hasChanged || !belongs) {
          const code = await ear.end
          assert.equal(code, belongs ? closeCodes.accessChanged : closeCodes.accessEnded, agent.person.name)
          // That colleagues came, or that somebody was refused, may have been under way before.
          const told = linesOf(take(ear)).filter((line) => !/^(colleague|access|settings journal)\b/.test(line))
          assert.deepEqual(told, [], `${agent.person.name} hears nothing of what ended their right`)
          agents.splice(agents.indexOf(one), 1)
          if (belongs) await openFor(house, agent)
          continue
        }
        heard += await comparesTo(
          ear,
          linesFor(agent, own),
          `${agent.person.name}, ${agent.role} of ${house.name}`,
          agent,
        )
      }
      for (const { visitor, conversationId, ear } of visitors) {
        const expected = happenings.map((happening) => heardByVisitor(visitor, conversationId, happening))
        heard += await comparesTo(
          ear,
          expected.filter((line) => line !== null),
          'a visitor',
        )
      }
    },

    /** Somebody who has just joined listens too. */
    async openNewcomers(): Promise<void> {
      for (const house of twin.naive.houses)
        for (const agent of house.agents)
          if (!agent.removed && agent.person.signedIn && !agents.some((one) => one.agent === agent))
            if (!elsewhere.has(agent)) await mayOpenFor(house, agent)
    },

    /** Whoever has other sub-accounts than before listens to those, as a console does. */
    async followAnew(house: House): Promise<void> {
      for (const one of agents.filter((ear) => ear.house === house)) {
        one.ear.close()
        agents.splice(agents.indexOf(one), 1)
        await openFor(house, one.agent)
      }
    },

    close(): void {
      for (const { ear } of [...agents, ...visitors]) ear.close()
    },
  }
}

const linesFor = (agent: Agent, happenings: Happening[]): string[] =>
  happenings.map((happening) => heardByAgent(agent, happening)).filter((line) => line !== null)

/** The patience is for a loaded machine: nothing agrees because it ran out. */
const mostMs = 20_000

/** What a hint brings comes in its own time; what must not come has had the same. */
async function comparesTo(ear: Ear, expected: string[], who: string, agent?: Agent): Promise<number> {
  const conversations = expected.filter((line) => /^(changed|left)/.test(line)).sort()
  const others = expected.filter((line) => !/^(changed|left)/.test(line))
  const frames: unknown[] = []
  for (const deadline = performance.now() + mostMs; ; await pause(2)) {
    await ear.catchUp()
    frames.push(...take(ear))
    const lines = linesOf(frames)
    const told = lines.filter((line) => /^(changed|left)/.test(line)).sort()
    const isWhole = told.length >= conversations.length && others.every((line) => lines.includes(line))
    if (!isWhole && performance.now() < deadline) continue
    assert.deepEqual(told, conversations, who)
    for (const line of others) assert.ok(lines.includes(line), `${who} hears ${line}, heard ${lines.join(', ')}`)
    if (agent) for (const line of lines) mayBeHeard(agent, line, others, who)
    return told.length
  }
}

/** Colleagues come and go by themselves; of lists, only those this person may be told of. */
function mayBeHeard(agent: Agent, line: string, expected: string[], who: string): void {
  const [what = '', which = ''] = line.split(' ')
  // Whose shortcut it is decides who hears of it.
  if (line === 'settings shortcuts') assert.ok(expected.includes(line), `${who} hears of somebody’s shortcut`)
  else if (what === 'settings') assert.ok(mayHearOf(agent, which), `${who} hears of ${which}`)
  else if (what === 'appointments' || what === 'called') assert.ok(expected.includes(line), `${who} hears ${line}`)
  else if (what === 'colleague-left') assert.ok(expected.includes(line), `${who} hears ${line}`)
  // That they belong to another organisation since is told by and by.
  else if (what === 'access') assert.equal(which, 'memberships.changed', who)
}

/** Frames that came since the last time. */
function take(ear: Ear): unknown[] {
  return ear.heard.splice(0)
}

/** What frames tell, as the naive world writes it. */
export function linesOf(frames: readonly unknown[]): string[] {
  return frames.flatMap((frame) => {
    const { type, events } = Object(frame)
    return type === 'events' ? (events as unknown[]).map(lineOf) : []
  })
}

interface HeardMessage {
  seq: number
  version: number
  text: string
  files: unknown[]
  /** Visitors are told none. */
  mentions?: string[]
}

function lineOf(event: unknown): string {
  const { type, conversation, messages, conversationId, version, colleague, agentId, list, call, appointment } =
    Object(event)
  switch (type) {
    case 'conversation.changed': {
      const said = (messages as HeardMessage[]).map(({ seq, version, text, files, mentions = [] }) =>
        saidLine({ seq, version, text, files: files.length, mentions: mentions.toSorted() }),
      )
      return `changed ${conversation.id} ${conversation.version} ${conversation.state} [${said.join(' ')}]`
    }
    case 'conversation.left':
      return `left ${conversationId} ${version}`
    case 'colleague.changed':
      return `colleague ${colleague.id}`
    case 'colleague.left':
      return `colleague-left ${agentId}`
    case 'appointment.called':
      return `called ${call} ${appointment.id}`
    case 'appointments.changed':
      return 'appointments'
    case 'settings.changed':
      return `settings ${list}`
    default:
      return `access ${type}`
  }
}
