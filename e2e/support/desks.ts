/** Maison Verdier with two sub-accounts and people of every role, in this process: for stories about who sees what in the lists. */
import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { sql } from 'kysely'
import { serveScreens } from '#server/serve-screens.ts'
import { openComptoir, type TestSubAccount } from '#server/testing/comptoir.ts'
import type { CastAgent } from '#server/testing/person.ts'
import { closePages } from './browsers.ts'

export { expect } from '@playwright/test'

export interface Desks {
  lyon: TestSubAccount
  lille: TestSubAccount
  /** Administrator. */
  ada: CastAgent
  /** Manager of Lyon. */
  marc: CastAgent
  /** Agents of Lyon; they see their own conversations. */
  ben: CastAgent
  chloe: CastAgent
  /** A browser of somebody, signed in, on the conversations page. */
  open(agent: CastAgent, options?: BrowserContextOptions & { path?: string }): Promise<Page>
  pickUp(agent: CastAgent, conversationId: string): Promise<void>
  close(agent: CastAgent, conversationId: string): Promise<void>
  /** So many conversations of Lyon that were closed long ago, one a minute: what a list holds after years. */
  closedLongAgo(by: CastAgent, count: number): Promise<void>
}

export const test = base.extend<{ desks: Desks }>({
  desks: async ({ browser }, use) => {
    const comptoir = await openComptoir({}, serveScreens)
    const house = await comptoir.makeOrganisation('Maison Verdier')
    const [lyon, lille] = [await house.makeSubAccount('Lyon'), await house.makeSubAccount('Lille')]
    const inLyon = { role: 'agent', subAccountId: lyon.id } as const
    await use({
      lyon,
      lille,
      ada: await house.hire('Ada Lefèvre', { role: 'administrator', languages: ['fr', 'en'] }),
      marc: await house.hire('Marc Dubois', { role: 'manager', subAccountId: lyon.id }),
      ben: await house.hire('Ben Costa', inLyon),
      chloe: await house.hire('Chloé Marchand', inLyon),
      open: (agent, { path = '/conversations', ...options } = {}) => open(browser, comptoir.url, agent, path, options),
      pickUp: async ({ call, organisationId }, conversationId) => {
        await call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
          params: { organisationId, conversationId },
        })
      },
      close: async ({ call, organisationId }, conversationId) => {
        await call('POST /organisations/:organisationId/conversations/:conversationId/closure', {
          params: { organisationId, conversationId },
        })
      },
      closedLongAgo: ({ agentId }, count) =>
        comptoir.platform.database.transaction(house.id, async ({ db }) => {
          await sql`
            insert into visitors (organisation_id, id, channel_id, token_hash, name, locale, created_at)
            select ${house.id}, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${lyon.channelId}, decode(lpad(to_hex(n), 64, '0'), 'hex'),
              'Ancienne ' || n, 'fr', now()
            from generate_series(1, ${count}::int) n`.execute(db)
          await sql`
            insert into conversations (organisation_id, id, sub_account_id, channel_id, visitor_id, state, assignee_id,
              assignee_name, assignee_shown_name, language, version, last_seq, visitor_read_seq, agent_read_seq, unread,
              created_at, state_since, last_activity_at)
            select ${house.id}, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${lyon.id}, ${lyon.channelId}, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
              'closed', ${agentId}, 'Ben Costa', 'Ben', case when n % 4 = 0 then 'en' else 'fr' end, 1, 0, 0, 0, 0,
              now(), now() - n * interval '1 minute', now() - n * interval '1 minute'
            from generate_series(1, ${count}::int) n`.execute(db)
        }),
    })
    await closePages(browser)
    await comptoir.stop()
  },
})

async function open(
  browser: Browser,
  { origin }: URL,
  { cookies }: CastAgent,
  path: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, ...options })
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })))
  const page = await context.newPage()
  await page.goto(path)
  return page
}
