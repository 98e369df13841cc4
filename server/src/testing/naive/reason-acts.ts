import { type Act, no, type Outcome, yes } from './act.ts'
import { allows, has, hasThemAll, holds, knowsColleague, opens } from './rules.ts'
import { type Agent, type Appointment, type Happening, type House, present, type Reason } from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')
const nameTaken = no('409 reasons.name-taken')
const unfit = no('422 reasons.taker-unfit')

const reasonsChanged = (house: House): Happening => ({ what: 'settings', house, list: 'appointment-reasons' })

/** Why nothing of appointments opens; null: it does. */
export const whyShut = (agent: Agent): Outcome | null => {
  if (opens(agent, 'appointments')) return null
  return agent.active ? refused : no('403 access.inactive')
}

/** Those who receive, and are here. */
export const takersOf = (house: House, { takers }: Reason): Agent[] | null =>
  takers && present(house).filter((agent) => takers.includes(agent))

/** [A9] Whoever is let talk, holds the module, has the place, and is among those who were chosen, where some were. */
export function mayReceive(agent: Agent, { subAccountId, takers }: Reason): boolean {
  if (agent.removed || !agent.active || !mayBeChosen(agent, subAccountId)) return false
  return takers === null ? !hasThemAll(agent) : takers.includes(agent)
}

const mayBeChosen = (agent: Agent, subAccountId: string): boolean =>
  holds(agent, 'appointments') && has(agent, subAccountId)

/** Everybody who is added must be known, and fit. */
const isUnfit = (agent: Agent, house: House, { takerIds, subAccountId }: Wish, earlier: Agent[] = []): boolean =>
  (takerIds ?? []).some((id) => {
    const taker = present(house).find((one) => one.id === id)
    if (taker && earlier.includes(taker)) return false
    return !taker || !knowsColleague(agent, taker) || !mayBeChosen(taker, subAccountId)
  })

interface Wish {
  takerIds: string[] | null
  subAccountId: string
}

const chosen = (house: House, ids: string[] | null): Agent[] | null =>
  ids && present(house).filter(({ id }) => ids.includes(id))

const hasOneCalled = (house: House, subAccountId: string, name: string, itself?: Reason): boolean =>
  house.reasons.some((one) => one !== itself && one.subAccountId === subAccountId && one.name === name)

export function makeReason(agent: Agent, act: Extract<Act, { act: 'make-reason' }>): Outcome {
  const { house, subAccountId, name, takerIds, visitorsChoose } = act
  const shut = whyShut(agent)
  if (shut) return shut
  if (!has(agent, subAccountId)) return missing
  if (!allows(agent, 'appointments.change')) return refused
  if (!house.subAccounts.some(({ id, archived }) => id === subAccountId && !archived)) return missing
  if (hasOneCalled(house, subAccountId, name)) return nameTaken
  if (isUnfit(agent, house, act)) return unfit
  const takers = chosen(house, takerIds)
  const made: Reason = { id: '', subAccountId, name, takers, visitorsChoose, version: 1, archived: false }
  house.reasons.push(made)
  return yes([reasonsChanged(house)], ({ id }) => {
    made.id = id
  })
}

export function changeReason(agent: Agent, act: Extract<Act, { act: 'change-reason' }>): Outcome {
  const { house, name, takerIds, visitorsChoose, version } = act
  const reason = whoseReason(agent, act)
  if ('verdict' in reason) return reason
  if (reason.version !== version) return no('409 reasons.changed-meanwhile')
  const { subAccountId } = reason
  if (hasOneCalled(house, subAccountId, name, reason)) return nameTaken
  const was = takersOf(house, reason)
  if (isUnfit(agent, house, { takerIds, subAccountId }, was ?? [])) return unfit
  const is = chosen(house, takerIds)
  const isSame = reason.name === name && reason.visitorsChoose === visitorsChoose && isSameList(was, is)
  if (isSame) return yes()
  // Whoever was chosen and removed since is not asked about, and stays.
  const gone = reason.takers?.filter(({ removed }) => removed) ?? []
  Object.assign(reason, { name, visitorsChoose, takers: is && [...is, ...gone], version: version + 1 })
  return yes([reasonsChanged(house)])
}

const isSameList = (one: Agent[] | null, other: Agent[] | null): boolean =>
  one === null || other === null
    ? one === other
    : one.length === other.length && one.every((agent) => other.includes(agent))

/** Archived, nobody books it any more; what was booked stands. */
export function keepReason(agent: Agent, act: Extract<Act, { act: 'archive-reason' | 'offer-reason' }>): Outcome {
  const reason = whoseReason(agent, act)
  if ('verdict' in reason) return reason
  const archived = act.act === 'archive-reason'
  if (reason.archived === archived) return yes()
  Object.assign(reason, { archived, version: reason.version + 1 })
  return yes([reasonsChanged(act.house)])
}

function whoseReason(agent: Agent, { house, reasonId }: { house: House; reasonId: string }): Reason | Outcome {
  const shut = whyShut(agent)
  if (shut) return shut
  const reason = house.reasons.find(({ id }) => id === reasonId)
  if (!reason || !has(agent, reason.subAccountId)) return missing
  return allows(agent, 'appointments.change') ? reason : refused
}

/** Of a sub-account, archived ones too. */
export const reasonsOf = (house: House, subAccountId: string): Reason[] =>
  house.reasons.filter((one) => one.subAccountId === subAccountId)

/** To the heir of their sub-account, and what was booked with them; a name that it has already gets a number behind it. */
export function moveReasons(house: House, from: string, to: string): Happening[] {
  for (const reason of reasonsOf(house, from).toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    let name = reason.name
    for (let number = 2; hasOneCalled(house, to, name); number++) name = `${reason.name} (${number})`
    Object.assign(reason, { subAccountId: to, name, version: reason.version + 1 })
  }
  const moved = house.appointments.filter(({ subAccountId }) => subAccountId === from)
  for (const one of moved) Object.assign(one, { subAccountId: to, version: one.version + 1 })
  return moved.length === 0 ? [] : [{ what: 'appointments', house, receivers: moved.flatMap(both(from, to)) }]
}

const both =
  (from: string, to: string) =>
  ({ agent }: Appointment) =>
    [from, to].map((subAccountId) => ({ agent, subAccountId }))
