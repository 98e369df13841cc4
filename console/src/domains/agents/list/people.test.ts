import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentForAgent, RemovedAgent } from '#contract/agents.ts'
import type { RoleId, SubAccountId } from '#contract/ids.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import { sortRows } from '../../../ui/lists/sort-rows.ts'
import { asPeople, everybody, type PeopleFilter, type Person, searchFor, sortValuesOf } from './people.ts'
import { addressOf, filterOf, readPeopleAddress, sortingOf } from './people-address.ts'

// Made-up ids: only that they are the same or not plays a part.
const lyon = '01890000-0000-7000-8000-000000000001' as SubAccountId
const lille = '01890000-0000-7000-8000-000000000002' as SubAccountId
const night = '01890000-0000-7000-8000-000000000003' as RoleId

// What a search looks at; the rest of a row plays no part.
const agent = (name: string, change: Partial<AgentForAgent> = {}) =>
  ({
    id: name,
    name,
    shownName: '',
    description: '',
    email: `${name.split(' ')[0]}@verdier.example`,
    role: 'agent',
    customRoleId: null,
    subAccountId: lyon,
    languages: ['fr'],
    conversationLimit: null,
    lastSignInAt: null,
    active: true,
    dormant: false,
    ...change,
  }) as AgentForAgent
const invitation = (email: string) =>
  ({ id: email, email, role: 'agent', subAccountId: lille, languages: ['fr'] }) as unknown as InvitationForAgent
const removed = (name: string) =>
  ({ id: name, name, email: 'gone@verdier.example', role: 'manager' }) as unknown as RemovedAgent

const nobody = { agents: [], invitations: [], removed: [] }
const found = (people: readonly Person[], change: Partial<PeopleFilter>) =>
  people.filter(searchFor({ ...everybody, ...change })).map(({ key }) => key)

test('a search finds people whatever the accents, the case and the order of words', () => {
  const people = asPeople({
    ...nobody,
    agents: [agent('Inès Benali', { description: 'Renfort de Noël', shownName: 'Nessie' }), agent('Marc')],
  })
  for (const text of ['ines', 'BENALI', 'benali inès', 'renfort noel', 'nessie'])
    assert.deepEqual(found(people, { text }), ['Inès Benali'], text)
  assert.equal(found(people, { text: 'verdier.example' }).length, 2)
  assert.deepEqual(found(people, { text: 'ines marc' }), [])
})

test('filters by role, sub-account and state hold together', () => {
  const people = asPeople({
    agents: [
      agent('Ada', { role: 'administrator', subAccountId: null }),
      agent('Marc', { role: 'manager', active: false, dormant: true }),
      agent('Ben', { subAccountId: lille }),
      agent('Chloé', { customRoleId: night }),
    ],
    invitations: [invitation('new@verdier.example')],
    removed: [removed('Zoé')],
  })
  assert.deepEqual(found(people, {}), ['Ada', 'Marc', 'Ben', 'Chloé', 'new@verdier.example'])
  assert.deepEqual(found(people, { role: 'agent' }), ['Ben', 'new@verdier.example'])
  assert.deepEqual(found(people, { role: night }), ['Chloé'])
  assert.deepEqual(found(people, { subAccountId: lille }), ['Ada', 'Ben', 'new@verdier.example'])
  assert.deepEqual(found(people, { state: 'inactive', role: 'manager' }), ['Marc'])
  assert.deepEqual(found(people, { state: 'inactive', role: 'agent' }), [])
  assert.deepEqual(found(people, { state: 'dormant' }), ['Marc'])
  assert.deepEqual(found(people, { state: 'invited' }), ['new@verdier.example'])
})

test('[A6] who was removed is listed when asked for, and only then', () => {
  const people = asPeople({ ...nobody, agents: [agent('Ben')], removed: [removed('Zoé')] })
  assert.deepEqual(found(people, { text: 'zoe' }), [])
  assert.deepEqual(found(people, { state: 'removed' }), ['Zoé'])
})

test('[N7] every column sorts, unlimited being more than any number, and what says nothing comes last', () => {
  const people = asPeople({
    ...nobody,
    agents: [
      agent('Ben', { conversationLimit: 12, lastSignInAt: '2026-03-01T08:00:00.000Z', active: false }),
      agent('ada', { conversationLimit: null, lastSignInAt: null, languages: ['en', 'fr'] }),
      agent('Éloi', { conversationLimit: 2, lastSignInAt: '2026-03-02T08:00:00.000Z' }),
    ],
  })
  const names = { roleOf: () => '', subAccountOf: () => '' }
  const collator = new Intl.Collator('fr', { sensitivity: 'base', numeric: true })
  const sorted = (key: string, way: 'up' | 'down') =>
    sortRows(people, sortValuesOf(names), { key, way }, collator).map((person) => person.key)
  assert.deepEqual(sorted('agent', 'up'), ['ada', 'Ben', 'Éloi'])
  assert.deepEqual(sorted('limit', 'up'), ['Éloi', 'Ben', 'ada'])
  assert.deepEqual(sorted('lastSignIn', 'up'), ['Éloi', 'Ben', 'ada'], 'the latest first')
  assert.deepEqual(sorted('lastSignIn', 'down'), ['Ben', 'Éloi', 'ada'], 'never stays last')
  assert.deepEqual(sorted('active', 'down'), ['Ben', 'ada', 'Éloi'])
  assert.deepEqual(sorted('languages', 'up'), ['ada', 'Ben', 'Éloi'])
})

test('what the list shows is kept in its address, and an address of nonsense shows everybody', () => {
  const filter: PeopleFilter = { text: 'inès', role: night, subAccountId: lyon, state: 'dormant' }
  const sorting = { key: 'limit', way: 'down' } as const
  const address = readPeopleAddress({ ...addressOf(filter, sorting) })
  assert.deepEqual(filterOf(address), filter)
  assert.deepEqual(sortingOf(address), sorting)

  assert.deepEqual(JSON.stringify(addressOf(everybody, { key: 'agent', way: 'up' })), '{}')
  const nonsense = readPeopleAddress({ role: 'king', 'sub-account': '../..', state: 7, sort: 'shoe', way: 'up' })
  assert.deepEqual(filterOf(nonsense), everybody)
  assert.deepEqual(sortingOf(nonsense), { key: 'agent', way: 'up' })
  assert.equal(filterOf(readPeopleAddress({ q: 2026 })).text, '2026')
})
