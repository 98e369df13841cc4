import { type Act, no, type Outcome, yes } from './act.ts'
import { change, saying } from './conversation-acts.ts'
import { claimed, take } from './file-acts.ts'
import { knowsColleague, mayRead } from './rules.ts'
import { spotOf } from './spot.ts'
import { type Agent, type Conversation, type House, type Message, present, type World } from './world.ts'

const missing = no('404 request.not-found')

export function visitorReads(world: World, act: Extract<Act, { act: 'visitor-reads' }>): Outcome {
  const spot = spotOf(world, act)
  if (!spot?.conversation) return missing
  const { house, conversation } = spot
  const upTo = Math.min(act.seq, conversation.messages.length)
  if (upTo <= conversation.readByVisitor) return yes()
  conversation.readByVisitor = upTo
  return yes([change(house, conversation, {})])
}

/** [N12] Pages are told by the browser; one told twice was seen once, and nobody is followed while it is closed. */
export function tellPage(world: World, act: Extract<Act, { act: 'tell-page' }>): Outcome {
  const spot = spotOf(world, act)
  if (!spot?.conversation) return missing
  const { house, conversation } = spot
  if (conversation.state === 'closed' || conversation.pages.includes(act.title)) return yes()
  return yes([change(house, conversation, { pages: [...conversation.pages, act.title] })])
}

export function write(agent: Agent, act: Extract<Act, { act: 'write' }>): Outcome {
  const { house } = act
  const conversation = house.conversations.find(({ id }) => id === act.conversationId)
  // What was said is answered for, whatever its author may by now.
  for (const message of conversation?.messages ?? [])
    if (message.by === agent && message.clientMessageId === act.clientMessageId)
      return isTheSame(message, act) && message.kind === act.kind ? yes() : no('409 messages.id-reused')
  if (!agent.active) return no('403 access.inactive')
  if (!conversation || !mayRead(agent, conversation)) return missing
  if (act.kind === 'text') {
    if (conversation.assignee !== agent) return no('403 conversations.not-yours')
    if (conversation.state !== 'open') return no('409 conversations.closed')
  }
  const files = claimed(house, act.fileIds, (one) => one.by === agent && one.conversationId === conversation.id)
  if (!files) return no('422 files.unknown')
  // What visitors read names nobody.
  const mentions = act.kind === 'note' ? namedBy(agent, house, conversation, act.mentions) : []
  if ('verdict' in mentions) return mentions
  take(files)
  const { kind, text, clientMessageId } = act
  const how = kind === 'text' ? { from: null } : {}
  return yes([change(house, conversation, how, [saying({ kind, by: agent, text, clientMessageId, files, mentions })])])
}

/** Sent again: the same words and files; of what was rewritten since, it is not asked what it said. */
export const isTheSame = (message: Message, { text, fileIds }: { text: string; fileIds: string[] }): boolean => {
  if (message.version > 1) return true
  return message.text === text && message.files.map(({ id }) => id).join() === fileIds.join()
}

/** Colleagues one knows, and who read it: nobody is called to where they cannot go. */
function namedBy(agent: Agent, house: House, conversation: Conversation, ids: string[]): Agent[] | Outcome {
  const named: Agent[] = []
  for (const wanted of ids) {
    const colleague = present(house).find(({ id }) => id === wanted)
    if (!colleague || colleague === agent || !knowsColleague(agent, colleague)) return missing
    if (!mayRead(colleague, conversation)) return no('422 messages.mention-refused')
    named.push(colleague)
  }
  return named
}

/** One's own words and notes, while one reads where they stand. What stood there is kept. */
export function rewrite(agent: Agent, act: Extract<Act, { act: 'rewrite' | 'take-back' }>): Outcome {
  if (!agent.active) return no('403 access.inactive')
  const { house } = act
  const conversation = house.conversations.find(({ id }) => id === act.conversationId)
  if (!conversation || !mayRead(agent, conversation)) return missing
  const message = conversation.messages.find(({ seq }) => seq === act.seq)
  if (!message || message.kind === 'notice') return missing
  if (message.by !== agent) return no('403 messages.not-yours')
  if (act.act === 'take-back') {
    if (message.deleted) return yes()
    const gone = { text: '', files: [], lostFiles: message.files, deleted: true }
    return yes([replace(house, conversation, message, gone)])
  }
  if (message.deleted) return no('409 messages.deleted')
  if (message.text === act.text) return yes()
  if (message.version !== act.version) return no('409 messages.changed-meanwhile')
  return yes([replace(house, conversation, message, { text: act.text })])
}

function replace(house: House, conversation: Conversation, message: Message, by: Partial<Message>) {
  const { version, text, files } = message
  message.earlier.push({ version, text, files: files.map(({ name }) => name) })
  Object.assign(message, by, { version: version + 1 })
  const happening = change(house, conversation, { rewrittenVersion: conversation.version + 1 })
  if (happening.what === 'conversation') happening.added.push(message)
  return happening
}

/** Who the visitor is, as an agent has found out. */
export function nameVisitor(agent: Agent, act: Extract<Act, { act: 'name-visitor' }>): Outcome {
  if (!agent.active) return no('403 access.inactive')
  const conversation = act.house.conversations.find(({ id }) => id === act.conversationId)
  if (!conversation || !mayRead(agent, conversation)) return missing
  const { name, email } = act
  if (conversation.called.name === name && conversation.called.email === email) return yes()
  return yes([change(act.house, conversation, { called: { name, email } })])
}
