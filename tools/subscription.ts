/**
 * `npm run subscription`: prints every organisation with its plan and seats.
 * `npm run subscription -- <organisation> <plan> <seats>`: puts one on what was agreed with it. See docs/billing.md.
 */
import type pg from 'pg'
import { OrganisationId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { type PlanKey, planKeys } from '#contract/plans.ts'
import { readPlans, setSubscription } from '#server/domains/billing/index.ts'
import { readSettings } from '#server/platform/config/settings.ts'
import { Refusal } from '#server/platform/refusal.ts'
import { sentenceOf } from '#words/refusals.ts'
import { query } from './operator/query.ts'
import { orSayWhyNot, withDatabase } from './operator/with-database.ts'
import { withPlatform } from './operator/with-platform.ts'

interface Wish {
  organisationId: OrganisationId
  plan: PlanKey
  seats: number | null
}

const wish = readWish(process.argv.slice(2))
if (wish === undefined) {
  process.stderr.write(
    `Usage: npm run subscription [-- <organisation> <${planKeys.join('|')}> <seats, or "unlimited">]\n` +
      'Organisations are named by their id; without anything they are listed.\n',
  )
  process.exit(1)
}
await orSayWhyNot(async () => {
  const settings = readSettings(process.env)
  const plans = readPlans(settings)
  await withDatabase(settings, async (config) => {
    if (wish === null) process.stdout.write(await list(config))
    else await set(config, wish, plans)
  })
  if (settings.plan !== null)
    process.stderr.write(`PLAN=${settings.plan}: every organisation is on that plan, whatever stands here.\n`)
})

/** Null: nothing is wished for but the list. Undefined: it cannot be read. */
function readWish(words: string[]): Wish | null | undefined {
  if (words.length === 0) return null
  const [organisation, named, count, ...rest] = words
  const organisationId = OrganisationId.safeParse(organisation).data
  const plan = planKeys.find((key) => key === named)
  const seats = count === 'unlimited' ? null : Number(count)
  const isCount = seats === null || (Number.isInteger(seats) && seats >= 1 && seats <= limits.seatsPerOrganisation)
  return organisationId && plan && isCount && rest.length === 0 ? { organisationId, plan, seats } : undefined
}

async function list(config: pg.ClientConfig): Promise<string> {
  const rows = await query(
    config,
    `select organisation_id, name, plan, coalesce(seats::text, 'unlimited') as seats,
       (select count(*) from agents where agents.organisation_id = organisations.organisation_id and removed_at is null) as people
     from organisations join subscriptions using (organisation_id) order by name, organisation_id`,
  )
  if (rows.length === 0) return 'There is no organisation yet.\n'
  return rows
    .map(
      ({ organisation_id, name, plan, seats, people }) =>
        `${organisation_id}  ${String(plan).padEnd(8)}  seats ${String(seats).padEnd(9)}  people ${String(people).padEnd(5)}  ${name}\n`,
    )
    .join('')
}

async function set(
  config: pg.ClientConfig,
  { organisationId, ...terms }: Wish,
  plans: ReturnType<typeof readPlans>,
): Promise<void> {
  const found = await query(config, 'select from subscriptions where organisation_id = $1', [organisationId])
  if (found.length === 0) return sayNo(`There is no organisation ${organisationId}.`)
  try {
    await withPlatform(config, (platform) => setSubscription(organisationId, terms, { ...platform, plans }))
    process.stdout.write(await list(config))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    sayNo(sentenceOf(error.code, error.details ?? {}, 'en'))
  }
}

function sayNo(why: string): void {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}
