import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId, SubAccountId } from '#contract/ids.ts'
import { modules, type Role, roleModels, roles } from '#contract/vocabulary.ts'
import { anActor } from '../../testing/an-actor.ts'
import type { Actor } from '../callers.ts'
import { type Act, acts, decide, grantableRoles, type Things } from './decide.ts'

const lyon = 'lyon' as SubAccountId
const lille = 'lille' as SubAccountId
const ben = 'ben' as AgentId

const actor = (role: Role, change: Partial<Actor> = {}): Actor =>
  anActor({
    role,
    agentId: ben,
    subAccountId: roleModels[role].scope === 'organisation' ? null : lyon,
    ...(role === 'agent' && { modules }),
    ...change,
  })

const pendingInLyon: Things['conversations.read'] = {
  subAccountId: lyon,
  state: 'pending',
  assigneeId: null,
  language: 'fr',
  questionnaireId: null,
}
const openOfBen = { ...pendingInLyon, state: 'open', assigneeId: ben } as const
const openOfChloe = { ...openOfBen, assigneeId: 'chloe' as AgentId }
const verdict = <A extends Act>(who: Actor, act: A, thing: Things[A]) => {
  const said = decide(who, act, thing)
  return said.allowed ? 'yes' : said.reason
}

test('[S12] an inactive agent of any role neither reads nor touches a conversation', () => {
  for (const role of roles) {
    const inactive = actor(role, { active: false })
    assert.equal(
      verdict(actor(role), 'conversations.read', pendingInLyon),
      'yes',
      `control: ${role} reads while active`,
    )
    assert.equal(verdict(inactive, 'conversations.read', pendingInLyon), 'request.not-found')
    for (const act of [
      'conversations.pick-up',
      'conversations.write',
      'conversations.close',
      'conversations.note',
    ] as const)
      assert.equal(verdict(inactive, act, openOfBen), 'access.inactive', `${role} ${act}`)
  }
})

test('[N3] an agent reaches own conversations and pending ones they may take, nothing of colleagues', () => {
  const agent = actor('agent')
  assert.equal(verdict(agent, 'conversations.read', openOfBen), 'yes')
  assert.equal(verdict(agent, 'conversations.read', pendingInLyon), 'yes')
  assert.equal(verdict(agent, 'conversations.read', openOfChloe), 'request.not-found')
  assert.equal(verdict(agent, 'conversations.read', { ...pendingInLyon, subAccountId: lille }), 'request.not-found')
})

test('[N8] a pending conversation in a language the agent does not accept is out of their reach', () => {
  assert.equal(verdict(actor('agent'), 'conversations.read', { ...pendingInLyon, language: 'en' }), 'request.not-found')
  assert.equal(
    verdict(actor('agent', { languages: ['fr', 'en'] }), 'conversations.pick-up', { ...pendingInLyon, language: 'en' }),
    'yes',
  )
})

test('[N3] a wider reach shows more and lets nobody answer for a colleague', () => {
  const wide = actor('agent', { reach: 'sub-account' })
  assert.equal(verdict(wide, 'conversations.read', openOfChloe), 'yes')
  assert.equal(verdict(wide, 'conversations.write', openOfChloe), 'conversations.not-yours')
  assert.equal(verdict(wide, 'conversations.read', { ...openOfChloe, subAccountId: lille }), 'request.not-found')
  assert.equal(
    verdict(actor('agent', { reach: 'all' }), 'conversations.read', { ...openOfChloe, subAccountId: lille }),
    'yes',
  )
})

test('[N3] without the module there are no conversations', () => {
  assert.equal(verdict(actor('agent', { modules: ['visitors'] }), 'conversations.read', openOfBen), 'request.not-found')
})

test('[N4] a moderator reaches every conversation of every sub-account, and no settings', () => {
  const moderator = actor('moderator')
  assert.equal(verdict(moderator, 'conversations.read', { ...openOfChloe, subAccountId: lille }), 'yes')
  assert.equal(verdict(moderator, 'agents.list', null), 'access.refused')
  assert.equal(verdict(moderator, 'organisation.rename', null), 'access.refused')
  assert.equal(verdict(moderator, 'letters.read', null), 'access.refused')
})

test('[C7] a manager acts on managers and agents of their own sub-account only', () => {
  const manager = actor('manager')
  const person = (role: Role, subAccountId: SubAccountId | null) => ({ agentId: null, role, subAccountId })
  assert.equal(verdict(manager, 'agents.remove', person('agent', lyon)), 'yes')
  assert.equal(verdict(manager, 'agents.remove', person('manager', lyon)), 'yes')
  assert.equal(verdict(manager, 'agents.remove', person('agent', lille)), 'request.not-found')
  assert.equal(verdict(manager, 'agents.read', person('administrator', null)), 'request.not-found')
  assert.equal(verdict(manager, 'invitations.create', person('administrator', null)), 'agents.above-you')
  assert.equal(verdict(manager, 'invitations.create', person('moderator', null)), 'agents.above-you')
})

test('nobody grants a role above their own', () => {
  assert.deepEqual(grantableRoles(actor('administrator')), [...roles])
  assert.deepEqual(grantableRoles(actor('manager')), ['manager', 'agent'])
  assert.deepEqual(grantableRoles(actor('moderator')), [])
  assert.deepEqual(grantableRoles(actor('agent')), [])
})

test('every act refuses an inactive agent without modules, but for what is their own', () => {
  const nobody = actor('agent', { active: false, modules: [] })
  const things: { [A in Act]: Things[A] } = {
    'organisation.rename': null,
    'billing.change': null,
    'journal.read': null,
    'roles.list': null,
    'roles.change': { permissions: [], modules: [] },
    'sub-accounts.change': null,
    'modules.open': { module: 'conversations' },
    'statistics.read': { of: 'organisation' },
    'agents.edit': { agentId: ben, role: 'agent', subAccountId: lyon },
    'agents.grant': {
      agentId: ben,
      role: 'agent',
      subAccountId: lyon,
      modules: [],
      reach: 'own',
      questionnaireIds: [],
    },
    'questionnaires.list': null,
    'questionnaires.read': { subAccountId: lyon },
    'questionnaires.change': { subAccountId: lyon },
    'shortcuts.list': null,
    'reasons.list': null,
    'reasons.read': { subAccountId: lyon },
    'reasons.change': { subAccountId: lyon },
    'calendars.read': { agentId: ben, subAccountId: lyon },
    'calendars.change': { agentId: ben, subAccountId: lyon },
    'appointments.read': { agentId: ben, subAccountId: lyon },
    'appointments.keep': { agentId: ben, subAccountId: lyon },
    'appointments.reassign': { agentId: ben, subAccountId: lyon },
    'shortcuts.read': { agentId: null, subAccountId: lyon },
    'shortcuts.change': { agentId: null, subAccountId: lyon },
    'sub-accounts.read': { subAccountId: lille },
    'colleagues.read': { agentId: 'lou' as AgentId, subAccountId: lille },
    'agents.list': null,
    'agents.read': { agentId: ben, role: 'agent', subAccountId: lyon },
    'agents.activate': { agentId: ben, role: 'agent', subAccountId: lyon },
    'agents.remove': { agentId: ben, role: 'agent', subAccountId: lyon },
    'invitations.create': { agentId: null, role: 'agent', subAccountId: lyon },
    'invitations.read': { agentId: null, role: 'agent', subAccountId: lyon },
    'invitations.change': { agentId: null, role: 'agent', subAccountId: lyon },
    'letters.read': null,
    'channels.list': null,
    'channels.read': { subAccountId: lyon },
    'channels.change': { subAccountId: lyon },
    'availability.change': null,
    'conversations.take-part': null,
    'conversations.read': openOfBen,
    'conversations.pick-up': pendingInLyon,
    'conversations.write': openOfBen,
    'conversations.note': openOfBen,
    'conversations.close': openOfBen,
    'conversations.reopen': { ...openOfBen, state: 'closed' },
    'conversations.explain': openOfBen,
    'conversations.transfer': openOfBen,
    'conversations.rewrite': { conversation: openOfBen, authorId: ben },
    'conversations.read-versions': openOfBen,
    'conversations.send-transcript': openOfBen,
  }
  assert.deepEqual(Object.keys(things).sort(), [...acts].sort())
  // The list holds their own alone: see below.
  const theirOwn: Act[] = ['shortcuts.list']
  for (const act of Object.keys(things) as Act[])
    assert.equal(decide(nobody, act, things[act]).allowed, theirOwn.includes(act), act)
})

test('[A9] everybody sees what is theirs; whoever runs appointments, those of the sub-accounts they have', () => {
  const receivers = {
    oneself: { agentId: ben, subAccountId: lyon },
    Lyon: { agentId: 'chloe' as AgentId, subAccountId: lyon },
    Lille: { agentId: 'lou' as AgentId, subAccountId: lille },
    'whoever has all': { agentId: 'ada' as AgentId, subAccountId: null },
  }
  const whoMay = (act: 'appointments.read' | 'appointments.keep' | 'calendars.change' | 'appointments.reassign') =>
    Object.entries(receivers).map(([, receiver]) =>
      roles.filter((role) => verdict(actor(role), act, receiver) === 'yes'),
    )
  const all = [...roles]
  const above = ['administrator', 'moderator']
  for (const act of ['appointments.read', 'appointments.keep'] as const)
    assert.deepEqual(whoMay(act), [all, [...above, 'manager'], above, above], act)
  assert.deepEqual(whoMay('appointments.reassign'), [[...above, 'manager'], [...above, 'manager'], above, above])
  assert.deepEqual(whoMay('calendars.change'), [
    all,
    ['administrator', 'manager'],
    ['administrator'],
    ['administrator'],
  ])

  const reading = actor('agent', { reach: 'all' })
  assert.equal(verdict(reading, 'appointments.read', receivers.Lyon), 'request.not-found', 'of conversations alone')
  const without = actor('manager', { modules: ['conversations'] })
  assert.equal(verdict(without, 'appointments.read', receivers.oneself), 'access.refused')
  assert.equal(verdict(actor('agent', { active: false }), 'appointments.read', receivers.oneself), 'access.inactive')
})

test('[A9] reasons are read where one belongs, and made by administrators and managers', () => {
  const who = (act: 'reasons.read' | 'reasons.change', subAccountId: SubAccountId) =>
    roles.filter((role) => verdict(actor(role), act, { subAccountId }) === 'yes')
  assert.deepEqual(who('reasons.read', lyon), [...roles])
  assert.deepEqual(who('reasons.read', lille), ['administrator', 'moderator'])
  assert.deepEqual(who('reasons.change', lyon), ['administrator', 'manager'])
  assert.deepEqual(who('reasons.change', lille), ['administrator'])
})

test('[S9] an inactive agent keeps their own shortcuts, and neither reads nor changes what is shared', () => {
  const inactive = actor('agent', { active: false })
  const own = { agentId: ben, subAccountId: null }
  const ofLyon = { agentId: null, subAccountId: lyon }
  assert.equal(verdict(inactive, 'shortcuts.read', own), 'yes')
  assert.equal(verdict(inactive, 'shortcuts.change', own), 'yes')
  assert.equal(verdict(inactive, 'shortcuts.read', ofLyon), 'request.not-found')
  assert.equal(verdict(actor('agent'), 'shortcuts.read', ofLyon), 'yes', 'control: while active')
})

test('[S9] shared shortcuts are changed by whoever runs their place; one’s own by nobody else', () => {
  const places = {
    'the organisation': { agentId: null, subAccountId: null },
    Lyon: { agentId: null, subAccountId: lyon },
    Lille: { agentId: null, subAccountId: lille },
    'a colleague': { agentId: 'chloe' as AgentId, subAccountId: null },
  }
  const changers = (place: keyof typeof places) =>
    roles.filter((role) => verdict(actor(role), 'shortcuts.change', places[place]) === 'yes')
  assert.deepEqual(changers('the organisation'), ['administrator', 'moderator'])
  assert.deepEqual(changers('Lyon'), ['administrator', 'moderator', 'manager'])
  assert.deepEqual(changers('Lille'), ['administrator', 'moderator'])
  assert.deepEqual(changers('a colleague'), [])
  assert.equal(verdict(actor('administrator'), 'shortcuts.read', places['a colleague']), 'request.not-found')
})
