import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { type Api, createApi } from '#client/api.ts'
import type { AppOptions } from '../../../app.ts'
import { freshDatabase } from '../../../testing/cluster.ts'
import { type Comptoir, openComptoir, type TestOrganisation, type TestSubAccount } from '../../../testing/comptoir.ts'
import { type Engaged, type Engagement, engage } from '../../../testing/staff.ts'
import { newVisitor, type Visitor } from '../../../testing/visitor.ts'
import { AgentScreen } from './agent-screen.ts'
import type { Place } from './device.ts'
import { VisitorScreen } from './visitor-screen.ts'
import { Wire } from './wire.ts'

/** A running Comptoir with two shops and a cast, each reaching it over a wire that a test may harm. */
export interface Stage {
  comptoir: Comptoir
  verdier: TestOrganisation
  lyon: TestSubAccount
  paris: TestSubAccount
  wire: Wire
  /** Somebody who works at Verdier, signed in; what they ask for goes past the wire. */
  hire(name: string, engagement: Engagement): Promise<Colleague>
  agentScreen(agent: Engaged, times?: ConstructorParameters<typeof AgentScreen>[2]): AgentScreen
  visitorScreen(visitor: Visitor, options?: ConstructorParameters<typeof VisitorScreen>[2]): VisitorScreen
  /** A browser nobody knows yet, on the site of Lyon or another. */
  newVisitor(subAccount?: TestSubAccount): Visitor
  /** Looks into the tables, past all rules. */
  rows<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
}

export type Colleague = Engaged & Api

/** A wire to the tests' PostgreSQL; a stage closes it. */
export async function openDatabaseWire(): Promise<Wire> {
  const { config, drop } = await freshDatabase()
  await drop()
  return Wire.to(() => ({ path: join(config.host, `.s.PGSQL.${config.port}`) }))
}

const toWire = ({ port }: Wire) => ({ host: '127.0.0.1', port })

/** Somebody's way to the API, past every wire. */
export const apiOf = (comptoir: Pick<Comptoir, 'url'>, headers: Record<string, string>): Api =>
  createApi({ origin: comptoir.url.origin, locale: () => 'en', credentials: 'omit', headers: () => headers })

/** Everything is closed after the test file's last test. */
export async function setStage(options: Partial<AppOptions> & { databaseWire?: Wire } = {}): Promise<Stage> {
  const { databaseWire, ...rest } = options
  const comptoir = await openComptoir(databaseWire ? { ...rest, connection: toWire(databaseWire) } : rest)
  const verdier = await comptoir.makeOrganisation('Maison Verdier')
  const lyon = await verdier.makeSubAccount('Lyon')
  const paris = await verdier.makeSubAccount('Paris')
  const wire = await Wire.to(() => ({ host: '127.0.0.1', port: Number(comptoir.url.port) }))
  const tables = new pg.Client({ connectionString: comptoir.connectionString })
  await tables.connect()
  const screens = new Set<{ stop(): void }>()
  const kept = <Screen extends { stop(): void }>(screen: Screen) => {
    screens.add(screen)
    return screen
  }
  after(async () => {
    for (const screen of screens) screen.stop()
    await wire.close()
    await tables.end()
    await comptoir.stop()
    await databaseWire?.close()
  })
  const console: Place = { origin: wire.origin, pageOrigin: comptoir.url.origin }
  const shop: Place = { origin: wire.origin, pageOrigin: 'https://shop.example' }
  return {
    comptoir,
    verdier,
    lyon,
    paris,
    wire,
    async hire(name, engagement) {
      const agent = await engage(comptoir, verdier.id, name, engagement)
      return { ...agent, ...apiOf(comptoir, agent.headers()) }
    },
    agentScreen: (agent, times) => kept(new AgentScreen(agent, console, times)),
    visitorScreen: (visitor, screen) => kept(new VisitorScreen(visitor, shop, screen)),
    rows: async (sql, values) => (await tables.query(sql, values)).rows,
    newVisitor: (subAccount = lyon) => newVisitor(comptoir.url.origin, subAccount.channelKey),
  }
}
