import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import { type App, startApp } from '#server/app.ts'
import { createLog } from '#server/platform/log.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { setPresent, setRouting } from '#server/testing/routing.ts'
import { createScene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { make, verdictOf } from '#server/testing/wish.ts'
import { settingsChanged } from '../settings-changed.ts'

const conversations = Number(process.env.CONVERSATIONS ?? 240)
const people = 8
const actsEach = Math.ceil(conversations / 3)

let cast: Cast
/** Another process on the same database: both hand out what waits. */
let beside: App
let owner: pg.Pool
before(async () => {
  cast = await openCast()
  beside = await startApp({
    connection: { connectionString: cast.comptoir.connectionString },
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    smtpUrl: null,
    mailFrom: 'comptoir@verdier.example',
    trustProxy: true,
    log: createLog('silent'),
  })
  owner = new pg.Pool({ connectionString: cast.comptoir.connectionString, max: 4 })
})
after(async () => {
  await owner.end()
  await beside.stop()
  await cast.comptoir.stop()
})

/** Numbers that come again with the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Another limit, with a line in the history of events that says so: under the agent's row, as everything that counts. */
async function limitTo(agentId: AgentId, limit: number | null): Promise<void> {
  const { database, events } = cast.comptoir.platform
  await database.transaction(cast.verdier.id, async (tx) => {
    await tx.db
      .updateTable('agents')
      .set({ conversation_limit: limit })
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', agentId)
      .execute()
    const told = settingsChanged('agents')
    events.append(tx, { ...told, payload: { ...Object(told.payload), limitOf: agentId, limit } })
  })
}

/**
 * Every moment of the history, from the events alone: how many conversations each agent had open and was offered after each change,
 * and how many they might have had then.
 */
const history = `
  with told as (
    select appended, conversation_id, conversation_version,
      case when payload->'conversation'->>'state' = 'open' then payload->'conversation'->'assignee'->>'id' end as opened_by,
      payload->'conversation'->'offer'->>'agentId' as offered_to
    from events where organisation_id = $1 and type = 'conversation.changed'
  ), moves as (
    select *, lag(opened_by) over one as was_opened_by, lag(offered_to) over one as was_offered_to
    from told window one as (partition by conversation_id order by conversation_version)
  ), changes as (
    select appended, opened_by as agent, 1 as open, 0 as offered from moves where opened_by is distinct from was_opened_by
    union all select appended, was_opened_by, -1, 0 from moves where opened_by is distinct from was_opened_by
    union all select appended, offered_to, 0, 1 from moves where offered_to is distinct from was_offered_to
    union all select appended, was_offered_to, 0, -1 from moves where offered_to is distinct from was_offered_to
  ), summed as (
    select appended, agent, sum(open) as open, sum(offered) as offered
    from changes where agent is not null group by appended, agent
  ), counted as (
    select appended, agent, open as opens, offered as offers,
      sum(open) over so_far as open, sum(offered) over so_far as offered
    from summed window so_far as (partition by agent order by appended)
  )
  select counted.*, (
    select (payload->>'limit')::int from events
    where organisation_id = $1 and payload->>'limitOf' = agent and events.appended < counted.appended
    order by events.appended desc limit 1) as most
  from counted order by appended`

interface Moment {
  agent: AgentId
  /** What this change added. */
  opens: string
  offers: string
  open: string
  offered: string
  most: number | null
}

test('[N7] while hundreds arrive and everybody comes, goes, is stopped, limited and snatches, no limit is ever passed, and nothing waits that somebody could be offered', async () => {
  const { verdier, lyon, ada, origin } = cast
  const roll = dice(7)
  const scene = createScene(cast)
  const team: Engaged[] = []
  for (let place = 0; place < people; place++) {
    const agent = await engage(cast.comptoir, verdier.id, `Agent ${'abcdefgh'[place]}`, {
      role: 'agent',
      subAccountId: lyon.id,
    })
    team.push(agent)
    await limitTo(agent.agentId, 3)
  }
  await setPresent(
    cast.comptoir,
    verdier.id,
    team.map(({ agentId }) => agentId),
  )
  await setRouting(cast.comptoir, verdier.id, { channelId: lyon.channelId, mode: 'least-busy' })

  const arrived: ConversationId[] = []
  const params = { organisationId: verdier.id }
  const ofOne = (conversationId: ConversationId) => ({ ...params, conversationId })
  const verdicts = new Map<string, number>()
  const wish = async (what: string, of: Parameters<typeof make>[1]) => {
    const verdict = `${what} ${verdictOf(await make(roll(2) === 0 ? origin : beside.url.origin, of))}`
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  }
  const anyOf = async (sql: string, by: Engaged): Promise<ConversationId | undefined> => {
    const { rows } = await owner.query(`select id from conversations where organisation_id = $1 and ${sql}`, [
      verdier.id,
      by.agentId,
    ])
    return rows[roll(Math.max(1, rows.length))]?.id
  }
  const act = async (what: 'assignment' | 'closure', by: Engaged, sql: string) => {
    const id = await anyOf(sql, by)
    if (id)
      await wish(what, {
        route: `POST /organisations/:organisationId/conversations/:conversationId/${what}`,
        by,
        params: ofOne(id),
      })
  }

  async function arrive(): Promise<void> {
    for (let count = 0; count < conversations / 4; count++)
      arrived.push((await scene.say(newPasser(lyon))).conversation.id)
  }
  async function work(agent: Engaged): Promise<void> {
    for (let count = 0; count < actsEach; count++) {
      const die = roll(12)
      if (die < 4) await act('assignment', agent, `state = 'pending' and offered_to = $2`)
      else if (die < 6) await act('assignment', agent, `state = 'pending' and $2::uuid is not null`)
      else if (die < 9) await act('closure', agent, `state = 'open' and assignee_id = $2`)
      else if (die === 9)
        await wish('availability', {
          route: 'PUT /organisations/:organisationId/me/availability',
          by: agent,
          params,
          body: { availability: roll(3) === 0 ? 'away' : 'available' },
        })
      else if (die === 10) await limitTo(agent.agentId, [1, 2, 3, 4, 5, null][roll(6)] ?? null)
      else
        await wish('activity', {
          route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
          by: ada,
          params: { ...params, agentId: agent.agentId },
          body: { active: roll(5) > 0 },
        })
    }
  }
  await Promise.all([...Array.from({ length: 4 }, arrive), ...team.map(work)])

  // Everybody is back at work: what they have room for is offered to them.
  for (const { agentId } of team)
    await owner.query(`update agents set active = true, availability = 'available' where id = $1`, [agentId])
  await limitTo(team[0]?.agentId ?? ada.agentId, 4)
  await settled()
  // However busy the machine was, and whoever snatched first: from here on each takes what they are offered, and makes room.
  for (let round = 0; round < 8; round++) {
    for (const agent of team) {
      await act('assignment', agent, `state = 'pending' and offered_to = $2`)
      await act('closure', agent, `state = 'open' and assignee_id = $2`)
    }
    await settled()
  }

  const { rows: moments } = await owner.query<Moment>(history, [verdier.id])
  const isOver = ({ most, open, opens }: Moment) => most !== null && Number(opens) > 0 && Number(open) > most
  const isOverOffered = ({ most, open, offered, offers }: Moment) =>
    most !== null && Number(offers) > 0 && Number(open) + Number(offered) > most
  assert.deepEqual(moments.filter(isOver), [], 'nobody ever took more than their limit')
  assert.deepEqual(moments.filter(isOverOffered), [], 'nobody was ever offered more than they had room for')

  const { rows: could } = await owner.query(
    `select conversations.id, agents.name from conversations, agents
     where conversations.organisation_id = $1 and agents.organisation_id = $1 and agents.id = any($2::uuid[])
       and state = 'pending' and offered_to is null and not agents.id = any(asked)
       and agents.conversation_limit is not null
       and (select count(*) from conversations mine where mine.organisation_id = $1 and (mine.offered_to = agents.id
         or (mine.state = 'open' and mine.assignee_id = agents.id))) < agents.conversation_limit`,
    [verdier.id, team.map(({ agentId }) => agentId)],
  )
  assert.deepEqual(could, [], 'nothing waits that somebody could be offered')

  assert.equal(arrived.length, Math.ceil(conversations / 4) * 4)
  assert.ok(moments.filter(({ opens }) => Number(opens) > 0).length > conversations / 8, 'control: many were taken')
  assert.ok(moments.filter(({ offers }) => Number(offers) > 0).length > conversations / 4, 'control: many were offered')
  const met = [...verdicts.keys()]
  for (const verdict of ['assignment 200', 'assignment 409 conversations.limit-reached', 'closure 200', 'activity 200'])
    assert.ok(met.includes(verdict), `control: ${verdict} among ${JSON.stringify([...verdicts])}`)
  assert.ok(!met.some((verdict) => / 5\d\d/.test(verdict)), `nothing broke: ${met.join(', ')}`)
})

/** Both processes have decided everything they heard of, and neither has anything left to do by what the other did. */
async function settled(): Promise<void> {
  for (let before = -1, now = 0; before !== now; ) {
    before = now
    for (const app of [cast.comptoir, beside]) await app.routing.settle()
    now = Number((await owner.query('select count(*) from routing_decisions')).rows[0].count)
  }
}
