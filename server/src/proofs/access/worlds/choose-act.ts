import { uuid7 } from '#server/platform/ids.ts'
import { newToken } from '#server/platform/secrets.ts'
import type { Act } from '#server/testing/naive/act.ts'
import { mayRead } from '#server/testing/naive/rules.ts'
import type { Agent, House, Person, World } from '#server/testing/naive/world.ts'
import type { Dice } from './dice.ts'

/** What somebody tries next: most often what may be theirs, but anybody may try anything on any id of any house. */
export function chooseAct(world: World, dice: Dice): { person: Person | null; act: Act } {
  const house = dice.pick(world.houses)
  const act = dice.pick(dice.chance(0.75) ? often : sometimes)(world, house, dice)
  const invited = 'token' in act ? invitedBy(world, act.token) : undefined
  if (invited && dice.chance(0.7)) return { person: invited, act }
  const likely = house.agents.filter((agent) => mayHaveASay(house, agent, act)).map(({ person }) => person)
  if (likely.length > 0 && dice.chance(0.65)) return { person: dice.pick(likely), act }
  const insiders = house.agents.map(({ person }) => person)
  return { person: dice.chance(0.8) ? dice.pick(insiders) : dice.pick([...world.people, null]), act }
}

/** Only a guess, to have acts that are granted as well: what comes of them is for the rules to say. */
function mayHaveASay(house: House, agent: Agent, act: Act): boolean {
  if (agent.removed) return false
  if ('conversationId' in act) {
    const conversation = house.conversations.find(({ id }) => id === act.conversationId)
    if (!conversation) return false
    return act.act === 'write' && act.kind === 'text' ? conversation.assignee === agent : mayRead(agent, conversation)
  }
  return agent.role === 'administrator' || (agent.role === 'manager' && agent.active)
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
const agentId = (world: World, house: House, dice: Dice) => idOf(world, house, dice, ({ agents }) => agents)
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

const often: Chooser[] = [
  ...[speak, speak, speak, write, write, write],
  ...[onConversation('pick-up'), onConversation('pick-up'), onConversation('close'), onConversation('reopen')],
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
  (world, house, dice) => ({ act: 'remove', house, agentId: agentId(world, house, dice) }),
  (_world, house, dice) => ({ act: 'availability', house, availability: dice.pick(['available', 'away']) }),
  (world, house, dice) => ({
    ...{ act: 'change-channel', house, channelId: idOf(world, house, dice, ({ channels }) => channels) },
    ...{ name: `Boutique ${dice.int(9)}`, version: 1 + dice.int(2) },
  }),
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
  const subAccountId = idOf(world, house, dice, ({ subAccounts }) => subAccounts)
  return {
    act: 'invite',
    house,
    email: dice.chance(0.7) ? dice.pick(world.people).email : `someone.${dice.int(3)}@elsewhere.example`,
    role: dice.pick(['administrator', 'moderator', 'manager', 'agent', 'agent']),
    subAccountId: dice.chance(0.25) ? null : subAccountId,
    active: true,
  }
}
