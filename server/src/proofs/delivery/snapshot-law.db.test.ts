import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { after, test } from 'node:test'
import { AgentEvent } from '#contract/events.ts'
import { markAbsent, markPresent } from '../../domains/agents/index.ts'
import { startMailServer } from '../../testing/mail-server.ts'
import { acts } from './rig/acts.ts'
import { LawWorld } from './rig/law-world.ts'
import { setStage } from './rig/stage.ts'

/** What every use case on conversations goes through; it is no act by itself. */
const mechanisms = [
  'conversations/act-on-conversation.ts',
  'conversations/commit-change.ts',
  'journal/record-deed.ts',
  'journal/record-forgery.ts',
]
/**
 * Acts that change what settings pages and consoles fetch anew, with no scenario here yet. What their events make of a screen is
 * compared with fresh lists in the worlds (proofs/access/worlds), and in the tests beside each of them.
 */
const provenByWorlds = [
  'agents/edit-agent.ts',
  'agents/keep-in-sub-accounts.ts',
  'agents/photos/change-photo.ts',
  'agents/restore-agent.ts',
  'appointments/calendars/hold-calendar.ts', // domains/appointments/calendars/openings.db.test.ts
  'appointments/outside/read-outside-calendars.ts', // domains/appointments/outside/outside.db.test.ts
  'appointments/reasons/change-reason.ts', // domains/appointments/reasons/reasons.db.test.ts
  'appointments/reasons/keep-in-sub-accounts.ts',
  'appointments/reasons/make-reason.ts',
  'channels/begin-without-questionnaire.ts',
  'conversations/begin-conversation.ts', // domains/answers/answers.db.test.ts
  'conversations/hold-conversations.ts',
  'conversations/keep-in-sub-accounts.ts',
  'questionnaires/change-draft.ts', // domains/questionnaires/drafts.db.test.ts
  'questionnaires/change-questionnaire.ts',
  'questionnaires/make-questionnaire.ts',
  'roles/change-role.ts',
  'roles/make-role.ts',
  'roles/remove-role.ts',
  'shortcuts/change-shortcut.ts',
  'shortcuts/import-shortcuts.ts', // domains/shortcuts/import-shortcuts.db.test.ts
  'shortcuts/make-shortcut.ts',
  'sub-accounts/add-sub-account.ts',
  'sub-accounts/archive-sub-account.ts',
  'sub-accounts/rename-sub-account.ts',
]

const mail = await startMailServer()
after(() => mail.close())
const { comptoir } = await setStage({ smtpUrl: mail.url })
const told = new Set<string>()

test('[D7] every act there is has a test of the law: the list is read from the sources', () => {
  const domains = join(import.meta.dirname, '../../domains')
  const files = readdirSync(domains, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) =>
      /events\.append\(|\bcommitChange\(|\b(actOn|take)Conversation\(/.test(readFileSync(join(domains, name), 'utf8')),
    )
    .map((name) => relative(domains, join(domains, name)).replaceAll('\\', '/'))
    .filter((name) => !mechanisms.includes(name) && !provenByWorlds.includes(name))
  assert.ok(files.length > 10, 'the sources were found')
  assert.deepEqual(Object.keys(acts).toSorted(), files.toSorted())
})

for (const [file, scenarios] of Object.entries(acts))
  for (const [title, scenario] of Object.entries(scenarios))
    test(`[D7] [P4.7] ${file}: ${title}: what events make of a snapshot is the next snapshot`, async () => {
      const world = await LawWorld.make(comptoir, mail)
      const act = await scenario(world)
      await world.settle()
      const before = await world.snapshots()
      await act()
      await world.settle()
      for (const type of await world.compare(before)) told.add(type)
    })

test('[D7] acts on one person at once leave no stale news of them', async () => {
  const world = await LawWorld.make(comptoir, mail)
  const { ada, ben, marc } = world.people
  const { platform } = comptoir
  const activate = (by: typeof ada, active: boolean) =>
    by.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
      params: { ...world.params, agentId: ben.agentId },
      body: { active },
    })
  const be = (availability: 'available' | 'away') =>
    ben
      .call('PUT /organisations/:organisationId/me/availability', { params: world.params, body: { availability } })
      // He may just be inactive.
      .catch((error) => assert.equal(error.code, 'access.inactive'))
  for (let round = 0; round < 8; round++) {
    await world.settle()
    const before = await world.snapshots([ada])
    await Promise.all([
      activate(ada, round % 2 === 1),
      be('away'),
      markAbsent(world.organisation.id, ben.agentId, platform),
      activate(marc, round % 2 === 0),
      be('available'),
      markPresent(world.organisation.id, ben.agentId, platform),
    ])
    await world.settle()
    await world.compare(before)
  }
})

test('[D7] every kind of event an agent can be told of was told', () => {
  const kinds = AgentEvent.options.map((option) => option.shape.type.value)
  // That one's memberships changed is told to one person alone: add-account.db.test.ts hears it.
  assert.deepEqual([...told, 'memberships.changed'].toSorted(), kinds.toSorted())
})

test('[D7] control: an event that is left out is missed', async () => {
  const world = await LawWorld.make(comptoir, mail)
  await world.settle()
  const before = await world.snapshots()
  await world.vera.say('encore')
  await world.settle()
  await assert.rejects(world.compare(before, { leavingOut: 'conversation.changed' }), { code: 'ERR_ASSERTION' })
})
