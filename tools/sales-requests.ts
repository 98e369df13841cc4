/**
 * `npm run sales-requests`: prints what organisations asked of the sales department and nobody has answered.
 * `npm run sales-requests -- answered <request>`: marks one as dealt with; its organisation reads so. See docs/billing.md.
 */
import type pg from 'pg'
import { OrganisationId, SalesRequestId } from '#contract/ids.ts'
import { answerRequest } from '#server/domains/billing/index.ts'
import { readSettings } from '#server/platform/config/settings.ts'
import { query } from './operator/query.ts'
import { orSayWhyNot, withDatabase } from './operator/with-database.ts'
import { withPlatform } from './operator/with-platform.ts'

interface OpenRequest {
  id: string
  organisation_id: string
  organisation: string
  plan: string
  name: string
  email: string
  phone: string
  seats: number | null
  message: string
  created_at: Date
  letter_state: string
}

const [act, requestId, ...rest] = process.argv.slice(2)
if (rest.length > 0 || (act !== undefined && (act !== 'answered' || requestId === undefined))) {
  process.stderr.write('Usage: npm run sales-requests [-- answered <request>]\n')
  process.exit(1)
}
await orSayWhyNot(() =>
  withDatabase(readSettings(process.env), async (config) => {
    if (requestId !== undefined) await answer(config, requestId)
    else process.stdout.write(show(await readOpen(config)))
  }),
)

function readOpen(config: pg.ClientConfig): Promise<OpenRequest[]> {
  return query<OpenRequest>(
    config,
    `select requests.id, requests.organisation_id, organisations.name as organisation, subscriptions.plan,
       agents.name, agents.email, requests.phone, requests.seats, requests.message, requests.created_at,
       requests.letter_state
     from sales_requests requests
       join organisations using (organisation_id)
       join subscriptions using (organisation_id)
       join agents on agents.organisation_id = requests.organisation_id and agents.id = requests.agent_id
     where requests.answered_at is null
     order by requests.created_at, requests.id`,
  )
}

async function answer(config: pg.ClientConfig, typed: string): Promise<void> {
  const id = SalesRequestId.safeParse(typed).data
  const [row] = id
    ? await query(config, 'select organisation_id from sales_requests where id = $1 and answered_at is null', [id])
    : []
  const organisationId = OrganisationId.safeParse(row?.organisation_id).data
  const done =
    id && organisationId && (await withPlatform(config, (platform) => answerRequest({ organisationId, id }, platform)))
  if (!done) {
    process.stderr.write(`No open request has the id ${typed}.\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write('Marked as answered.\n')
}

function show(requests: OpenRequest[]): string {
  if (requests.length === 0) return 'No request waits for an answer.\n'
  return requests
    .map((request) =>
      [
        '-'.repeat(72),
        `Request       ${request.id}`,
        `Organisation  ${request.organisation} (${request.organisation_id}), on ${request.plan}`,
        `From          ${request.name} <${request.email}>`,
        `Phone         ${request.phone || 'not given'}`,
        `Seats wished  ${request.seats ?? 'to be talked about'}`,
        `Asked         ${request.created_at.toISOString()}, letter ${request.letter_state}`,
        '',
        request.message,
        '',
      ].join('\n'),
    )
    .join('\n')
}
