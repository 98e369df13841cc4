/**
 * `node bench/slot-search.ts`: free times over 60 days with 50 agents, whose openings, absences, holidays and booked hours are read from
 * the store as the doors read them. Ratios in one run: 50 agents against 5 (what one more costs), 60 days against 6, and what the
 * database's part is. Medians of interleaved rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { AgentId, OrganisationId, SubAccountId } from '#contract/ids.ts'
import { dayMs, type Span } from '#contract/wall-clock.ts'
import { asAgentTime, readAgentTimes } from '../server/src/domains/appointments/calendars/agent-times.ts'
import { findSlots, type SlotRule } from '../server/src/domains/appointments/slots/slots.ts'
import { createDatabase } from '../server/src/platform/database/database.ts'
import { migrate } from '../server/src/platform/database/migrate.ts'
import { uuid7 } from '../server/src/platform/ids.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/embedded-postgres.ts'

const [agents, days, rounds] = [50, 60, 30]
const rule: SlotRule = {
  ...{ minutes: 45, everyMinutes: 15, before: 5, after: 10 },
  ...{ noticeMinutes: 120, aheadMinutes: days * 1_440 },
}
const zones = ['Europe/Paris', 'Europe/Paris', 'Europe/Lisbon', 'America/Montreal']

const house = uuid7() as OrganisationId
const lyon = uuid7() as SubAccountId
const people = Array.from({ length: agents }, () => uuid7() as AgentId)
// Over a change of clocks, and a public holiday or two.
const start = Date.parse('2027-03-01T00:00Z')

const folder = mkdtempSync(join(tmpdir(), 'comptoir-bench-'))
const quiet = { info: () => {}, warn: (line: string) => console.error(line) }
const postgres = await startEmbeddedPostgres({ folder, log: quiet })
await migrate(postgres.connection)
const database = createDatabase(postgres.connection)
const owner = new pg.Client(postgres.connection)
await owner.connect()

try {
  await owner.query(`set session_replication_role = 'replica'`)
  await fill()
  await owner.query('vacuum analyze openings, appointments, agent_calendars, outside_busy')

  const read = (ids: readonly AgentId[], window: Span) =>
    database.transaction(house, (tx) => readAgentTimes(tx, ids, window, 'fr'))
  const search = (count: number, length: number) => async () => {
    const window = { from: start, to: start + length * dayMs }
    const times = await read(people.slice(0, count), window)
    return findSlots(rule, {
      agents: [...times].map(([agentId, calendar]) => asAgentTime(agentId, calendar)),
      window,
      now: start,
    })
  }
  // A moment in which hardly anything happens: the queries and the trip to the database are left.
  const nothing = async () => [...(await read(people, { from: start, to: start + 1 }))]

  const times = await measure({
    '50 agents, 60 days': search(agents, days),
    '5 agents, 60 days': search(agents / 10, days),
    '50 agents, 6 days': search(agents, days / 10),
    '50 agents, a moment': nothing,
  })
  const ratio = (one: keyof typeof times, other: keyof typeof times) =>
    console.log(
      `${one} / ${other}: ${(times[one] / times[other]).toFixed(2)}  (${times[one].toFixed(1)} ms / ${times[other].toFixed(1)} ms)`,
    )
  ratio('50 agents, 60 days', '5 agents, 60 days')
  ratio('50 agents, 60 days', '50 agents, 6 days')
  ratio('50 agents, 60 days', '50 agents, a moment')
} finally {
  await owner.end()
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Of each agent: mornings and afternoons of the week, every other Saturday, a week off, four hours of each day taken. */
async function fill(): Promise<void> {
  await owner.query(`insert into organisations values ($1, 'Maison Verdier', now())`, [house])
  for (const [index, id] of people.entries()) {
    await owner.query(
      `insert into agents (organisation_id, id, user_id, role, sub_account_id, first_name, last_name, email, active, availability,
         languages, reach, modules, version, created_at, description)
       values ($1, $2, gen_random_uuid(), 'agent', $3, 'Ben', 'Klein', $4, true, 'available', '{fr}', 'own', '{appointments}', 1, now(), '')`,
      [house, id, lyon, `ben.${index}@maison.example`],
    )
    await owner.query(
      `insert into agent_calendars (organisation_id, agent_id, zone, holidays, version) values ($1, $2, $3, 'FR', 1)`,
      [house, id, zones[index % zones.length]],
    )
    await owner.query(
      `insert into openings (organisation_id, id, agent_id, kind, starts, minutes, rule, label, version, created_at)
       select $1, gen_random_uuid(), $2, kind, starts::timestamp, minutes, rule, '', 1, now() from (values
         ('opening', '2025-01-06T09:00', 180, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'),
         ('opening', '2025-01-06T14:00', 240, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'),
         ('opening', '2025-01-11T10:00', 120, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA'),
         ('absence', '2027-04-05T00:00', 10080, null),
         ('absence', '2025-01-06T16:00', 60, 'FREQ=WEEKLY;BYDAY=WE')) as given (kind, starts, minutes, rule)`,
      [house, id],
    )
    await owner.query(
      `insert into appointments (organisation_id, id, sub_account_id, reason_id, agent_id, agent_name, state, starts_at, ends_at, kept_free,
         place, place_detail, name, email, phone, words, language, zone, booking_id, link_token, sequence, version, created_at, changed_at)
       select $1, gen_random_uuid(), $3, gen_random_uuid(), $2, 'Ben Klein', 'booked', at, at + interval '45 minutes',
         tstzrange(at - interval '5 minutes', at + interval '55 minutes'), 'phone', '', 'Vera', '', '', '', 'fr', 'Europe/Paris',
         gen_random_uuid(), gen_random_uuid()::text, 0, 1, now(), now()
       from (select $4::timestamptz + day * interval '1 day' + hour * interval '1 hour' as at
         from generate_series(-30, 90) day, unnest(array[8, 9, 13, 15]) hour) times`,
      [house, id, lyon, new Date(start)],
    )
  }
}

/** Medians in milliseconds. Everything must have found something. */
async function measure<Name extends string>(
  asked: Record<Name, () => Promise<unknown[]>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(asked) as Name[]
  const taken = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const began = performance.now()
      const found = await asked[name]()
      taken.get(name)?.push(performance.now() - began)
      if (found.length === 0) throw new Error(`${name} found nothing`)
    }
  const median = (times: number[]) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>
}
