import { uuid7 } from '#server/platform/ids.ts'
import { newToken } from '#server/platform/secrets.ts'
import { everyModule } from '#server/testing/naive/access.ts'
import type { AccessWish, Act } from '#server/testing/naive/act.ts'
import { holds, leads, mayRead } from '#server/testing/naive/rules.ts'
import { type Agent, agentOf, type House, type Person, type World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'
import { anOwnRole } from './make-world.ts'

/** What somebody tries next: most often what may be theirs, but anybody may try anything on any id of any house. */
export function chooseAct(world: World, dice: Dice): { person: Person | null; act: Act } {
  const house = dice.pick(world.houses)
  const act = dice.pick(dice.chance(0.5) ? often : sometimes)(world, house, dice)
  const invited = 'token' in act ? invitedBy(world, act.token) : undefined
  if (invited && dice.chance(0.7)) return { person: invited, act }
  const likely = house.agents.filter((agent) => mayHaveASay(world, house, agent, act)).map(({ person }) => person)
  if (likely.length > 0 && dice.chance(0.65)) return { person: dice.pick(likely), act }
  // Whoever leaves their only house leaves their account too: others prove that.
  if (act.act === 'leave') return { person: null, act }
  const insiders = house.agents.map(({ person }) => person)
  return { person: dice.chance(0.8) ? dice.pick(insiders) : dice.pick([...world.people, null]), act }
}

/** Only a guess, to have acts that are granted as well: what comes of them is for the rules to say. */
function mayHaveASay(world: World, house: House, agent: Agent, act: Act): boolean {
  if (agent.removed) return false
  if ('conversationId' in act) {
    const conversation = house.conversations.find(({ id }) => id === act.conversationId)
    if (!conversation) return false
    return act.act === 'write' && act.kind === 'text' ? conversation.assignee === agent : mayRead(agent, conversation)
  }
  if (act.act === 'leave') return world.houses.filter((one) => agentOf(one, agent.person)).length > 1
  return agent.role === 'administrator' || leads(agent)
}

function invitedBy(world: World, token: string): Person | undefined {
  const invitation = world.houses.flatMap(({ invitations }) => invitations).find((one) => one.token === token)
  return invitation && world.people.find(({ email }) => email === invitation.email)
}

type Chooser = (world: World, house: House, dice: Dice) => Act

/** Of this house mostly, else of the other, else nobody's. */
function idOf(world: World, house: House, dice: Dice, of: (house: House) => { id: string }[]): string {
  const own = of(house).map(({ id }) => id)
  const all = world.houses.flatMap(of).map(({ id }) => id)
  if (own.length > 0 && dice.chance(0.85)) return dice.pick(own)
  return all.length > 0 && dice.chance(0.8) ? dice.pick(all) : uuid7()
}

const conversationId = (world: World, house: House, dice: Dice) =>
  idOf(world, house, dice, ({ conversations }) => conversations)
const agentId = (world: World, house: House, dice: Dice, which: (agent: Agent) => boolean = () => true) =>
  idOf(world, house, dice, ({ agents }) => agents.filter(which))
const invitationId = (world: World, house: House, dice: Dice) =>
  idOf(world, house, dice, ({ invitations }) => invitations)

const speak: Chooser = (world, house, dice) => ({
  act: 'speak',
  visitor: dice.pick(world.visitors),
  channelKey: dice.chance(0.97) ? dice.pick(house.channels).key : 'A'.repeat(22),
  language: dice.pick(['fr', 'fr', 'en']),
  text: `Bonjour ${dice.int(3)}`,
  clientMessageId: earlierOrNew(world, dice),
})

const write: Chooser = (world, house, dice) => ({
  act: 'write',
  house,
  conversationId: conversationId(world, house, dice),
  kind: dice.pick(['text', 'text', 'note']),
  text: `Voilà ${dice.int(3)}`,
  clientMessageId: earlierOrNew(world, dice),
})

/** Now and then a client's id that somebody has used. */
function earlierOrNew(world: World, dice: Dice): string {
  const used = world.houses.flatMap(({ conversations }) =>
    conversations.flatMap(({ messages }) => messages.map(({ clientMessageId }) => clientMessageId)),
  )
  return (dice.chance(0.1) && used.length > 0 && dice.pick(used)) || uuid7()
}

const onConversation =
  (act: 'pick-up' | 'close' | 'reopen'): Chooser =>
  (world, house, dice) => ({ act, house, conversationId: conversationId(world, house, dice) })

/** To anybody, of this house mostly; to another sub-account; back to the queue. */
const transfer: Chooser = (world, house, dice) => ({
  act: 'transfer',
  house,
  conversationId: conversationId(world, house, dice),
  agentId: null,
  subAccountId: null,
  note: dice.pick(['', 'À suivre']),
  ...dice.pick<{ agentId?: string; subAccountId?: string }>([
    { agentId: agentId(world, house, dice) },
    { agentId: agentId(world, house, dice) },
    { agentId: agentId(world, house, dice, (agent) => agent.active && !holds(agent, 'conversations')) },
    { subAccountId: idOf(world, house, dice, ({ subAccounts }) => subAccounts) },
    {},
    {},
  ]),
})

const often: Chooser[] = [
  ...[speak, speak, speak, write, write, write],
  ...[onConversation('pick-up'), onConversation('pick-up'), onConversation('close'), onConversation('reopen')],
  ...[transfer, transfer],
]

const sometimes: Chooser[] = [
  (world, house, dice) => ({ act: 'activity', house, agentId: agentId(world, house, dice), active: dice.chance(0.5) }),
  (world, house, dice) => ({
    act: 'read',
    house,
    conversationId: conversationId(world, house, dice),
    seq: dice.int(6),
  }),
  (world, house, dice) => ({
    ...{ act: 'visitor-reads', visitor: dice.pick(world.visitors), channelKey: dice.pick(house.channels).key },
    seq: dice.int(6),
  }),
  remove,
  remove,
  (world, house, dice) => ({ act: 'restore', house, agentId: agentId(world, house, dice, ({ removed }) => removed) }),
  (world, house, dice) => ({ act: 'restore', house, agentId: agentId(world, house, dice, ({ removed }) => removed) }),
  (_world, house) => ({ act: 'leave', house }),
  edit,
  edit,
  edit,
  (_world, house, dice) => ({ act: 'availability', house, availability: dice.pick(['available', 'away']) }),
  changeChannel,
  changeChannel,
  ...[subAccount, subAccount, subAccount, role, role, role, questionnaire, questionnaire, questionnaire],
  (_world, house, dice) => ({ act: 'rename', house, name: `Maison ${dice.int(9)}` }),
  invite,
  invite,
  (world, house, dice) => ({
    ...{ act: 'resend', house, invitationId: invitationId(world, house, dice), letter: dice.chance(0.7) },
  }),
  (world, house, dice) => ({ act: 'revoke', house, invitationId: invitationId(world, house, dice) }),
  (world, house, dice) => ({
    ...{ act: 'deliver', house },
    letterId: idOf(world, house, dice, ({ invitations }) =>
      invitations.flatMap(({ letterId }) => (letterId === null ? [] : [{ id: letterId }])),
    ),
  }),
  (world, _house, dice) => {
    const tokens = world.houses.flatMap(({ invitations }) => invitations.map(({ token }) => token))
    return { act: 'accept', token: tokens.length > 0 ? dice.pick(tokens) : newToken() }
  },
  (_world, _house, dice) => (dice.chance(0.4) ? { act: 'sign-out' } : { act: 'accept', token: newToken() }),
]

function invite(world: World, house: House, dice: Dice): Act {
  const access = aWish(world, house, dice)
  // Accounts belong to the whole server, which other worlds share: each world has newcomers of its own.
  const newcomer = `someone.${dice.int(3)}.${world.houses[0]?.id}@elsewhere.example`
  const email = dice.chance(0.7) ? dice.pick(world.people).email : newcomer
  const active = dice.chance(0.8)
  if (dice.chance(0.9)) return { act: 'invite', house, email, access, active }
  return { act: 'add', house, email, name: 'Nina Neuve', access, active }
}

/** Access that would fit, give or take. */
function aWish(world: World, house: House, dice: Dice): AccessWish {
  const ownRole = dice.chance(0.25) && house.roles.length > 0 ? dice.pick(house.roles) : null
  const model = dice.pick(['administrator', 'moderator', 'manager', 'agent', 'agent', 'agent'] as const)
  const role = ownRole && dice.chance(0.9) ? ownRole.model : model
  const isOfAll = role === 'administrator' || role === 'moderator'
  const subAccountId = idOf(world, house, dice, ({ subAccounts }) => subAccounts)
  const advised = house.questionnaires.filter((one) => dice.chance(0.1) || one.subAccountId === subAccountId)
  return {
    role,
    customRoleId: ownRole ? ownRole.id : dice.chance(0.03) ? uuid7() : null,
    subAccountId: isOfAll === dice.chance(0.95) ? null : subAccountId,
    ...(dice.chance(0.6) && { modules: dice.some(everyModule) }),
    reach: dice.pick(['own', 'own', 'sub-account', 'all']),
    languages: dice.pick([['fr'], ['fr', 'en'], ['en']]),
    conversationLimit: dice.pick([null, null, 1, 2]),
    questionnaireIds: dice.some(advised).map(({ id }) => id),
  }
}

function edit(world: World, house: House, dice: Dice): Act {
  const id = agentId(world, house, dice)
  const target = house.agents.find((one) => one.id === id)
  const version = target && dice.chance(0.9) ? target.version : 1 + dice.int(2)
  const access = target && dice.chance(0.7) ? nearlyAs(target, house, dice) : aWish(world, house, dice)
  return { act: 'edit', house, agentId: id, access, version, active: target?.active !== dice.chance(0.15) }
}

/** What somebody has, with one thing changed. */
function nearlyAs(target: Agent, house: House, dice: Dice): AccessWish {
  const kept: AccessWish = {
    ...{ role: target.role, customRoleId: target.ownRole?.id ?? null, subAccountId: target.subAccountId },
    ...{ modules: target.modules, reach: target.reach, languages: target.languages },
    ...{ conversationLimit: target.limit, questionnaireIds: target.questionnaireIds },
  }
  const ofHere = house.questionnaires.filter(({ subAccountId }) => subAccountId === target.subAccountId)
  const changes: Partial<AccessWish>[] = [
    {},
    { modules: dice.some(everyModule) },
    { reach: dice.pick(['own', 'sub-account', 'all']) },
    { languages: dice.pick([['fr'], ['en']]) },
    { conversationLimit: dice.pick([null, 1, 2]) },
    { questionnaireIds: dice.some(ofHere).map(({ id }) => id) },
    ...(target.subAccountId === null ? [] : [{ subAccountId: dice.pick(house.subAccounts).id, questionnaireIds: [] }]),
  ]
  return { ...kept, ...dice.pick(changes) }
}

function remove(world: World, house: House, dice: Dice): Act {
  const heirId = dice.chance(0.5) ? null : agentId(world, house, dice)
  return { act: 'remove', house, agentId: agentId(world, house, dice), heirId }
}

function changeChannel(world: World, house: House, dice: Dice): Act {
  const channelId = idOf(world, house, dice, ({ channels }) => channels)
  const channel = house.channels.find(({ id }) => id === channelId)
  const version = channel && dice.chance(0.8) ? channel.version : 1 + dice.int(2)
  const questionnaireId = dice.chance(0.3) ? null : idOf(world, house, dice, ({ questionnaires }) => questionnaires)
  const chosen = dice.chance(0.4) ? {} : { questionnaireId }
  return { act: 'change-channel', house, channelId, name: `Boutique ${dice.int(9)}`, version, ...chosen }
}

function subAccount(world: World, house: House, dice: Dice): Act {
  const subAccountId = idOf(world, house, dice, ({ subAccounts }) => subAccounts)
  const name = dice.pick(['Lyon', 'Lille', 'Nice', 'Brest', 'Metz', 'Dijon'])
  const version = house.subAccounts.find(({ id }) => id === subAccountId)?.version ?? 1
  const heirId = dice.chance(0.2) ? null : idOf(world, house, dice, ({ subAccounts }) => subAccounts)
  return dice.pick<Act>([
    { act: 'make-sub-account', house, name },
    { act: 'make-sub-account', house, name },
    { act: 'rename-sub-account', house, subAccountId, name, version: dice.chance(0.8) ? version : version + 1 },
    { act: 'archive-sub-account', house, subAccountId, heirId },
    { act: 'archive-sub-account', house, subAccountId, heirId },
    { act: 'restore-sub-account', house, subAccountId },
  ])
}

function role(world: World, house: House, dice: Dice): Act {
  const roleId = idOf(world, house, dice, ({ roles }) => roles)
  const known = house.roles.find(({ id }) => id === roleId)
  const model = known?.model ?? dice.pick(['administrator', 'moderator', 'manager', 'agent'])
  const drawn = anOwnRole('', dice.chance(0.1) ? 'administrator' : model, dice)
  const { name, permissions, modules } = drawn
  const version = known && dice.chance(0.85) ? known.version : 1 + dice.int(2)
  return dice.pick<Act>([
    { act: 'make-role', house, name, model, permissions, modules },
    { act: 'change-role', house, roleId, name, permissions, modules, version },
    { act: 'change-role', house, roleId, name, permissions, modules, version },
    { act: 'remove-role', house, roleId },
  ])
}

function questionnaire(world: World, house: House, dice: Dice): Act {
  const questionnaireId = idOf(world, house, dice, ({ questionnaires }) => questionnaires)
  const known = house.questionnaires.find(({ id }) => id === questionnaireId)
  const version = known && dice.chance(0.85) ? known.version : 1 + dice.int(2)
  const subAccountId = idOf(world, house, dice, ({ subAccounts }) => subAccounts)
  const name = dice.pick(['Retours', 'Devis', 'Livraison'])
  return dice.pick<Act>([
    { act: 'make-questionnaire', house, name, subAccountId },
    { act: 'rename-questionnaire', house, questionnaireId, name, version },
    { act: 'archive-questionnaire', house, questionnaireId },
    { act: 'offer-questionnaire', house, questionnaireId },
  ])
}
