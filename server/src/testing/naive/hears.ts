import { seesReceiver } from './appointment-acts.ts'
import { allows, allowsWhole, knows, knowsColleague, leads, mayRead, opens } from './rules.ts'
import { seesShortcut } from './shortcut-acts.ts'
import { isForVisitors, textForAgents } from './shows-talk.ts'
import type { Agent, Conversation, Happening, Message, Visitor } from './world.ts'

/** What somebody hears of one happening, as a line: what, of whom, at which version, with which messages. */
export function heardByAgent(agent: Agent, happening: Happening): string | null {
  switch (happening.what) {
    case 'conversation': {
      const { before, after, added } = happening
      if (mayRead(agent, after)) return `changed ${after.id} ${after.version} ${after.state} [${wordsOf(added)}]`
      // Whoever saw it is told that it left, and nothing more.
      if (before && mayRead(agent, before)) return `left ${after.id} ${after.version}`
      return null
    }
    case 'colleague':
      if (knowsColleague(agent, happening.agent)) return `colleague ${happening.agent.id}`
      return knowsColleague(agent, happening.agent, happening.before) ? `colleague-left ${happening.agent.id}` : null
    case 'colleague-left':
      return knowsColleague(agent, happening.agent) ? `colleague-left ${happening.agent.id}` : null
    case 'settings':
      return hearsOf(agent, happening) ? `settings ${happening.list}` : null
    case 'appointments':
      return hearsOfReceivers(agent, happening) ? 'appointments' : null
    case 'called':
      return isCalled(agent, happening) ? calledLine(happening) : null
    case 'access':
      return null
  }
}

/** Whose shortcut changed decides who hears of it. */
const hearsOf = (agent: Agent, { list, owner }: Extract<Happening, { what: 'settings' }>): boolean =>
  owner ? seesShortcut(agent, owner) : mayHearOf(agent, list)

/** That something of theirs changed, and not what: whoever looks fetches it. */
const hearsOfReceivers = (agent: Agent, { receivers }: Extract<Happening, { what: 'appointments' }>): boolean =>
  opens(agent, 'appointments') &&
  receivers.some(({ agent: receiver, subAccountId }) => seesReceiver(agent, receiver.id, subAccountId))

/** Whoever receives, while they see what is theirs, where they follow what happens. */
const isCalled = (agent: Agent, { receiver }: Extract<Happening, { what: 'called' }>): boolean =>
  receiver.agent === agent &&
  opens(agent, 'appointments') &&
  receiver.subAccountId !== null &&
  knows(agent, receiver.subAccountId)

const calledLine = ({ call, appointment }: Extract<Happening, { what: 'called' }>): string =>
  `called ${call} ${appointment.id}`

/** Which messages, as they say it now, with whom they name and how many files came with them. */
const wordsOf = (messages: Message[], reader: 'agent' | 'visitor' = 'agent'): string =>
  messages
    .map((message) => {
      const { seq, version, files, mentions } = message
      const text = reader === 'agent' ? textForAgents(message) : message.text
      const named = reader === 'agent' ? mentions.map(({ id }) => id).toSorted() : []
      return saidLine({ seq, version, text, files: files.length, mentions: named })
    })
    .join(' ')

/** A message as a line tells of it. */
export const saidLine = (said: {
  seq: number
  version: number
  text: string
  files: number
  mentions: string[]
}): string => `${said.seq}.${said.version} ${JSON.stringify(said.text)} +${said.files} @${said.mentions.join()}`

/** Who is told that a list of the settings changed: whoever may open it, or sees its names elsewhere. */
export function mayHearOf(agent: Agent, list: string): boolean {
  if (list === 'agents' || list === 'invitations' || list === 'roles') return leads(agent)
  if (list === 'shortcuts') return opens(agent, 'shortcuts')
  if (list === 'appointment-reasons') return opens(agent, 'appointments')
  if (list === 'letters') return allowsWhole(agent, 'letters.read')
  if (list === 'journal') return allowsWhole(agent, 'journal.read')
  if (list === 'billing') return allows(agent, 'billing.change')
  return true
}

/**
 * What is told of the past to somebody who asks now: of conversations in their reach everything, of others at most that they
 * left those who could see them then.
 */
export function toldOfThePast(agent: Agent, happening: Happening, now: Conversation): string | null {
  if (happening.what !== 'conversation') return null
  const { before, after, added } = happening
  if (mayRead(agent, now)) return `changed ${after.id} ${after.version} ${after.state} [${wordsOf(added)}]`
  if ((before && mayRead(agent, before)) || mayRead(agent, after)) return `left ${after.id} ${after.version}`
  return null
}

/** A visitor hears of their own conversation, without its notes. */
export function heardByVisitor(visitor: Visitor, conversationId: string, happening: Happening): string | null {
  if (happening.what !== 'conversation') return null
  const { after, added } = happening
  if (after.visitor !== visitor || after.id !== conversationId) return null
  const shown = added.filter(isForVisitors)
  return `changed ${after.id} ${after.version} ${after.state} [${wordsOf(shown, 'visitor')}]`
}
