import { type Act, no, type Outcome, yes } from './act.ts'
import { change, giveBack } from './conversation-acts.ts'
import { allows, has, holds, mayWrite } from './rules.ts'
import type { Agent, Channel, Conversation, Happening, House } from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')
const changedMeanwhile = no('409 channels.changed-meanwhile')

const channelsChanged = (house: House): Happening => ({ what: 'settings', house, list: 'channels' })

/** [C9] Read by whoever holds the module, of the sub-accounts they have; changed by those who lead there. */
function whoseChannel(agent: Agent, house: House, channelId: string): Channel | Outcome {
  if (!holds(agent, 'channels')) return refused
  const channel = house.channels.find(({ id }) => id === channelId)
  if (!channel || !has(agent, channel.subAccountId)) return missing
  return allows(agent, 'channels.change') ? channel : refused
}

/** A channel, or a place for one, goes only to a sub-account one has, and that is in use. */
function whyNotTo(agent: Agent, house: House, subAccountId: string): Outcome | null {
  if (!has(agent, subAccountId)) return missing
  return house.subAccounts.some(({ id, archived }) => id === subAccountId && !archived) ? null : missing
}

export function makeChannel(agent: Agent, act: Extract<Act, { act: 'make-channel' }>): Outcome {
  const { house, name, subAccountId } = act
  if (!holds(agent, 'channels')) return refused
  if (!has(agent, subAccountId)) return missing
  if (!allows(agent, 'channels.change')) return refused
  const unfit = whyNotTo(agent, house, subAccountId)
  if (unfit) return unfit
  const made = newChannel({ id: '', key: '', name, subAccountId, sites: [] })
  house.channels.push(made)
  return yes([channelsChanged(house)], ({ id, key = '' }) => void Object.assign(made, { id, key }))
}

export const newChannel = (named: Pick<Channel, 'id' | 'key' | 'name' | 'subAccountId' | 'sites'>): Channel => ({
  ...{ ...named, state: 'running', languages: ['fr', 'en'], questionnaireId: null },
  ...{ asksRating: true, version: 1 },
  routing: { mode: 'by-hand', offerSeconds: 60, version: 0 },
})

export function changeChannel(agent: Agent, act: Extract<Act, { act: 'change-channel' }>): Outcome {
  const { house, questionnaireId } = act
  const channel = whoseChannel(agent, house, act.channelId)
  if ('verdict' in channel) return channel
  if (channel.version !== act.version) return changedMeanwhile
  const isKept =
    questionnaireId === undefined || questionnaireId === null || questionnaireId === channel.questionnaireId
  const chosen = house.questionnaires.find(({ id }) => id === questionnaireId)
  if (!isKept && (!chosen || chosen.archived || chosen.subAccountId !== channel.subAccountId))
    return no('422 questionnaires.unknown')
  const { name, languages, asksRating } = act
  Object.assign(channel, { name, languages, asksRating, version: channel.version + 1 })
  if (questionnaireId !== undefined) channel.questionnaireId = questionnaireId
  return yes([channelsChanged(house)])
}

/** Paused, nothing new can be written there; archived, it is out of the way, and comes back paused. */
export function changeState(agent: Agent, act: Extract<Act, { act: 'channel-state' }>): Outcome {
  const channel = whoseChannel(agent, act.house, act.channelId)
  if ('verdict' in channel) return channel
  const { state } = channel
  if (state === 'archived' && (act.how === 'pause' || act.how === 'run')) return no('409 channels.archived')
  const next = {
    pause: 'paused',
    run: 'running',
    archive: 'archived',
    restore: state === 'archived' ? 'paused' : state,
  }
  if (next[act.how] === state) return yes()
  Object.assign(channel, { state: next[act.how], version: channel.version + 1 })
  return yes([channelsChanged(act.house)])
}

/** What is said there goes along, but for what was handed elsewhere; its questionnaire belongs to the old sub-account, and stays. */
export function moveChannel(agent: Agent, act: Extract<Act, { act: 'move-channel' }>): Outcome {
  const { house, subAccountId } = act
  const channel = whoseChannel(agent, house, act.channelId)
  if ('verdict' in channel) return channel
  const unfit = whyNotTo(agent, house, subAccountId)
  if (unfit) return unfit
  if (channel.version !== act.version) return changedMeanwhile
  const from = channel.subAccountId
  if (from === subAccountId) return yes()
  Object.assign(channel, { subAccountId, questionnaireId: null, version: channel.version + 1 })
  const happenings: Happening[] = []
  for (const conversation of house.conversations)
    if (conversation.channelId === channel.id && conversation.subAccountId === from)
      happenings.push(...goesAlong(house, conversation, subAccountId))
  return yes([...happenings, channelsChanged(house)])
}

/** Of closed ones nothing is told. An open one whose agent does not reach the new place waits there. */
function goesAlong(house: House, conversation: Conversation, subAccountId: string): Happening[] {
  const there = { subAccountId, questionnaireId: null }
  const { state, assignee } = conversation
  if (state === 'closed') {
    Object.assign(conversation, there)
    return []
  }
  if (state === 'open' && assignee && !mayWrite(assignee, { ...conversation, ...there }))
    return [giveBack(house, conversation, assignee, 'out-of-reach', there)]
  return [change(house, conversation, there)]
}

/** [N7] How what waits there finds somebody is the channel's to say. */
export function changeRouting(agent: Agent, act: Extract<Act, { act: 'change-routing' }>): Outcome {
  const channel = whoseChannel(agent, act.house, act.channelId)
  if ('verdict' in channel) return channel
  if (channel.routing.version !== act.version) return changedMeanwhile
  const { mode, offerSeconds, version } = act
  channel.routing = { mode, offerSeconds, version: version + 1 }
  return yes([channelsChanged(act.house)])
}
