import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QuestionnaireId, RoleId, SubAccountId } from '#contract/ids.ts'
import type { RoleForAgent } from '#contract/roles.ts'
import { roleModels, roles } from '#contract/vocabulary.ts'
import { type AgentWish, accessIn, faultsIn, isLimit, lacksConversations, newWish } from './agent-wish.ts'
import {
  differenceOf,
  type Giver,
  impliedBy,
  mayGiveReach,
  modelChoice,
  modulesOf,
  roleChoices,
} from './role-choices.ts'
import { fieldsChanged, joinChanges } from './wish-changes.ts'

// Made-up ids: only that they are the same or not plays a part.
const lyon = '01890000-0000-7000-8000-000000000001' as SubAccountId
const questionnaire = '01890000-0000-7000-8000-000000000002' as QuestionnaireId
const [agent, manager, administrator] = [modelChoice('agent'), modelChoice('manager'), modelChoice('administrator')]

const custom = (name: string, change: Partial<RoleForAgent>): RoleForAgent => ({
  id: name as RoleId,
  name,
  model: 'manager',
  permissions: roleModels.manager.permissions.slice(),
  modules: roleModels.manager.modules.slice(),
  version: 1,
  holders: { people: 0, invitations: 0 },
  may: { change: true },
  ...change,
})

const ada: Giver = {
  role: 'administrator',
  customRoleId: null,
  permissions: roleModels.administrator.permissions.slice(),
  modules: roleModels.administrator.modules.slice(),
  subAccountId: null,
  may: { grant: roles.slice() },
}
const marc: Giver = {
  ...ada,
  role: 'manager',
  permissions: roleModels.manager.permissions.slice(),
  subAccountId: lyon,
  may: { grant: ['manager', 'agent'] },
}

const words = {
  needEmails: 'emails',
  tooManyEmails: (max: number) => `over ${max}`,
  needEmail: 'email',
  needFirstName: 'name',
  passwordTooShort: 'password',
  needSubAccount: 'sub-account',
  needLanguage: 'language',
  limitWrong: (max: number) => `1 to ${max}`,
}
const one = { all: 1, ready: 1 }
const wish = (change: Partial<AgentWish> = {}): AgentWish => ({
  ...newWish(agent, [lyon], 'fr'),
  email: 'ben@verdier.example',
  firstName: 'Ben',
  password: 'quatre tasses bleues',
  ...change,
})
const faulty = (change: Partial<AgentWish>, kind: 'add' | 'edit' = 'add', role = agent) =>
  Object.entries(faultsIn(wish(change), { kind, role, emails: one, words })).flatMap(([field, fault]) =>
    fault ? [`${field}: ${fault}`] : [],
  )

test('[N8] somebody new accepts French, and whoever has one sub-account to give gives it', () => {
  assert.deepEqual(newWish(agent, [lyon], 'en').languages, ['fr'])
  assert.equal(newWish(agent, [lyon], 'en').subAccountId, lyon)
  assert.equal(newWish(agent, [lyon, questionnaire as string as SubAccountId], 'en').subAccountId, null)
})

test('[N2] each fault stands at its own field, all of them at once', () => {
  assert.deepEqual(faulty({}), [])
  assert.deepEqual(
    faulty({
      email: 'ben@',
      firstName: ' ',
      password: 'court',
      subAccountId: null,
      languages: [],
      conversationLimit: '0',
    }),
    [
      'email: email',
      'firstName: name',
      'password: password',
      'subAccountId: sub-account',
      'languages: language',
      'conversationLimit: 1 to 1000',
    ],
  )
  assert.deepEqual(faulty({ password: '' }, 'edit'), [], 'nobody sets a password by editing')
})

test('[N7] a quantity is a whole number from 1 on; what is typed is never bent into one', () => {
  for (const typed of [null, '1', ' 12 ', '1000']) assert.ok(isLimit(typed), String(typed))
  for (const typed of ['', '0', '-1', '1.5', '1,5', '1001', '1000000000', '1e2', 'trois'])
    assert.ok(!isLimit(typed), typed)
})

test('[N11] an invitation needs an address that is ready, and no more than are taken at once', () => {
  const faultOf = (all: number, ready: number) =>
    faultsIn(wish(), { kind: 'invite', role: agent, emails: { all, ready }, words }).emails
  assert.equal(faultOf(3, 1), undefined)
  assert.equal(faultOf(3, 0), 'emails')
  assert.equal(faultOf(5000, 4000), 'over 50')
})

test('[C5] [N4] what a role settles is not asked of the server: sub-account, modules, reach, questionnaires', () => {
  const full = wish({ questionnaireIds: [questionnaire], modules: ['visitors'], conversationLimit: '3' })
  assert.deepEqual(accessIn(full, administrator), {
    role: 'administrator',
    customRoleId: null,
    subAccountId: null,
    languages: ['fr'],
    conversationLimit: 3,
  })
  assert.deepEqual(faulty({ subAccountId: null }, 'add', administrator), [])
  assert.equal(accessIn(full, manager).subAccountId, lyon)
  assert.deepEqual(accessIn(full, agent), {
    role: 'agent',
    customRoleId: null,
    subAccountId: lyon,
    languages: ['fr'],
    conversationLimit: 3,
    modules: ['visitors'],
    reach: 'own',
    questionnaireIds: [questionnaire],
  })
  assert.deepEqual(
    roles.map((role) => impliedBy(modelChoice(role)).reach),
    ['all', 'all', 'sub-account', null],
  )
})

test('[N6] advisors without the conversations module are warned of, unless their role has it anyway', () => {
  const advisor = { modules: ['visitors'] as const, questionnaireIds: [questionnaire] }
  assert.ok(lacksConversations(advisor, agent))
  assert.ok(!lacksConversations({ ...advisor, modules: ['conversations'] }, agent))
  assert.ok(!lacksConversations({ ...advisor, questionnaireIds: [] }, agent))
  assert.ok(!lacksConversations(advisor, manager))
})

test('[C7] nobody is offered a role above their own, nor a custom one that allows or opens more than they hold', () => {
  const night = custom('night', { permissions: ['people.change'] })
  const high = custom('high', { permissions: [...roleModels.manager.permissions, 'letters.read'] })
  const lead = custom('lead', { model: 'moderator', permissions: [] })
  const keys = (giver: Giver, held?: Parameters<typeof roleChoices>[2]) =>
    roleChoices(giver, [night, high, lead], held).map(({ key }) => key)
  assert.deepEqual(keys(marc), ['manager', 'agent', 'night'])
  assert.deepEqual(keys(ada), [...roles, 'night', 'high', 'lead'])
  const held = (name: string) => ({ role: 'manager' as const, customRoleId: name as RoleId, modules: [] })
  assert.deepEqual(keys(marc, held('high')), ['manager', 'agent', 'night', 'high'], 'what is held already is shown')
  assert.deepEqual(keys(marc, held('unseen')), ['manager', 'agent', 'night', 'unseen'], 'and never taken for another')

  const narrow: Giver = { ...marc, customRoleId: night.id, permissions: night.permissions }
  assert.deepEqual(modulesOf({ ...narrow, modules: [] }, [{ ...night, modules: ['channels'] }]), ['channels'])
  assert.ok(mayGiveReach(ada, 'all') && mayGiveReach(marc, 'sub-account') && !mayGiveReach(marc, 'all'))
})

test('a custom role is told by what it has less and more than its model', () => {
  const [, , , , choice] = roleChoices(ada, [
    custom('night', { permissions: ['people.change', 'letters.read'], modules: ['conversations'] }),
  ])
  assert.ok(choice)
  const difference = differenceOf(choice)
  assert.deepEqual(difference.permissions.more, ['letters.read'])
  assert.ok(difference.permissions.less.includes('channels.change'))
  assert.deepEqual(difference.modules.more, [])
  assert.equal(difference.modules.less.length, roleModels.manager.modules.length - 1)
})

test('what two people changed is joined, and what both changed is named', () => {
  const start = wish()
  const mine = { ...start, lastName: 'Carpentier', languages: ['fr', 'en'], description: 'à moi' }
  const theirs = { ...start, role: 'manager' as const, languages: ['en', 'fr'], description: 'à eux' }
  const { wish: joined, disputed } = joinChanges(start, mine, theirs)
  assert.deepEqual([joined.lastName, joined.role, joined.description], ['Carpentier', 'manager', 'à moi'])
  assert.deepEqual(disputed, ['description'], 'the same languages in another order are no dispute')
  assert.deepEqual(fieldsChanged(start, theirs), ['description', 'role', 'languages'])
  assert.deepEqual(fieldsChanged(start, { ...start, modules: start.modules.toReversed() }), [])
})
