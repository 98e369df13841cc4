/** Settings → Journal: what people did, as an administrator reads, searches, follows and exports it. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { refusalOf } from '#server/testing/person.ts'
import { type Desks, expect, test } from './support/desks.ts'
import { expectGoodLook } from './support/look.ts'

test.slow()

const journal = { path: '/settings/journal' } as const

const setActive = ({ ada, ben }: Desks, active: boolean) =>
  ada.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { organisationId: ada.organisationId, agentId: ben.agentId },
    body: { active },
  })

const entry = (page: Page, sentence: string | RegExp) => page.getByRole('button', { name: sentence })

test('an administrator reads who did what in sentences, opens one on what it changed, and sees what comes by itself', async ({
  desks,
}) => {
  await setActive(desks, false)
  const page = await desks.open(desks.ada, { ...journal, locale: 'fr-FR' })
  const done = entry(page, /Ada Lefèvre a désactivé Ben Costa/)
  await expect(done).toHaveAttribute('aria-expanded', 'false')
  await expectGoodLook(page, 'the journal')

  await done.press('Enter')
  await expect(done).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('row', { name: 'Actif oui non' })).toBeVisible()
  await expect(page.getByText('127.0.0.1').last()).toBeVisible()
  await expectGoodLook(page, 'an open entry')

  await setActive(desks, true)
  await expect(entry(page, /Ada Lefèvre a activé Ben Costa/), 'comes by itself').toBeVisible()
  await expect(done, 'and what is open stays open').toHaveAttribute('aria-expanded', 'true')

  const english = await desks.open(desks.ada, { ...journal, locale: 'en-GB' })
  await expect(entry(english, /Ada Lefèvre deactivated Ben Costa/)).toBeVisible()
})

test('[C8] a manager’s forged request stands there, found by the filter that the address keeps; the export holds what is found', async ({
  desks,
}) => {
  const { ada, marc } = desks
  const forged = marc.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { organisationId: ada.organisationId, agentId: ada.agentId },
    body: { active: false },
  })
  expect(await refusalOf(forged)).toBe('request.not-found')
  await setActive(desks, false)

  const page = await desks.open(ada, { ...journal, locale: 'fr-FR' })
  const attempt = entry(page, /Marc Dubois a tenté d’agir sur Ada Lefèvre sans en avoir le droit/)
  await expect(attempt).toBeVisible()
  await page.getByRole('button', { name: /^Événements/ }).click()
  await page.getByRole('option', { name: 'requêtes refusées' }).click()
  await expect(entry(page, /a désactivé/)).toHaveCount(0)
  await expect(page).toHaveURL(/group=refusals/)
  await page.reload()
  await expect(attempt).toBeVisible()
  await expect(entry(page, /a désactivé/)).toHaveCount(0)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Exporter en CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^journal-.*\.csv$/)
  const table = await readFile(await download.path(), 'utf8')
  expect(table.startsWith('\uFEFF')).toBe(true)
  expect(table.trimEnd().split('\r\n')).toHaveLength(2)
  expect(table).toContain('Marc Dubois a tenté d’agir sur Ada Lefèvre')

  await page.getByRole('searchbox').fill('personne de ce nom')
  await expect(page.getByText('Rien ne correspond')).toBeVisible()
  await expectGoodLook(page, 'nothing found')
  await page.getByRole('button', { name: 'Tout afficher' }).click()
  await expect(entry(page, /a désactivé/)).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('a manager has no journal: no tab leads there, and its address leads away without a word in the journal', async ({
  desks,
}) => {
  const page = await desks.open(desks.marc, { path: '/settings/agents', locale: 'fr-FR' })
  await expect(page.getByRole('link', { name: 'Agents' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Journal' })).toHaveCount(0)
  await page.goto(journal.path)
  await expect(page).toHaveURL(/\/settings\/agents$/)
  const { entries } = await desks.ada.call('GET /organisations/:organisationId/journal', {
    params: { organisationId: desks.ada.organisationId },
    query: { group: 'refusals' },
  })
  expect(entries).toEqual([])
})

test('a long journal is read page by page, and what comes waits above whoever reads on', async ({ desks }) => {
  for (let turn = 0; turn < 40; turn += 1) {
    await setActive(desks, false)
    await setActive(desks, true)
  }
  const page = await desks.open(desks.ada, { ...journal, locale: 'fr-FR' })
  const rows = page.locator('main li button[aria-expanded]')
  await expect(rows).toHaveCount(50)
  await page.getByRole('button', { name: 'Voir plus ancien' }).click()
  await expect(page.getByText('Le journal commence ici.')).toBeVisible()
  const before = await rows.count()
  expect(before).toBeGreaterThan(79)
  await setActive(desks, false)
  await page.getByRole('button', { name: 'Afficher 1 nouveau' }).press('Enter')
  await expect(rows).toHaveCount(before + 1)
})
