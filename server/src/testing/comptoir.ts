import type { AgentId, ChannelId, OrganisationId, SubAccountId, UserId } from '#contract/ids.ts'
import type { Role } from '#contract/vocabulary.ts'
import { type App, type AppOptions, startApp } from '../app.ts'
import { choosePassword, createUser } from '../domains/accounts/index.ts'
import { nameInTwo } from '../domains/accounts/user.ts'
import { joinOrganisation } from '../domains/agents/index.ts'
import { plansFrom, shippedPlans, startSubscription } from '../domains/billing/index.ts'
import { makeChannel } from '../domains/channels/index.ts'
import { insertOrganisation } from '../domains/organisations/index.ts'
import { insertSubAccount } from '../domains/sub-accounts/index.ts'
import { createLog } from '../platform/log.ts'
import { freshDatabase } from './cluster.ts'
import { type CastAgent, newPerson, type Person } from './person.ts'
import { newVisitor, type Visitor } from './visitor.ts'

/** Long, and nobody's: what every member of the cast signs in with. */
export const castPassword = 'quatre tasses bleues sur une étagère'

/** A running Comptoir on a database of its own, and how to fill it with people. */
export interface Comptoir extends App {
  /** The database, for looking at what was written. */
  connectionString: string
  /** A browser nobody has signed in with. */
  stranger(headers?: Record<string, string>): Person
  makeOrganisation(name: string): Promise<TestOrganisation>
}

export interface TestOrganisation {
  id: OrganisationId
  makeSubAccount(name: string): Promise<TestSubAccount>
  /** A person who belongs here, signed in. Without a sub-account for the roles that have them all. */
  hire(name: string, as: Hiring): Promise<CastAgent>
}

export interface Hiring {
  role: Role
  subAccountId?: SubAccountId
  languages?: string[]
  active?: boolean
  /** Absent: one of their own. */
  email?: string
}

export interface TestSubAccount {
  id: SubAccountId
  channelId: ChannelId
  channelKey: string
  /** A browser on the channel's site that has not spoken yet. */
  visitor(): Visitor
}

/** Starts a Comptoir, of doors alone unless `screens` are given; closes and removes everything in `stop`. */
export async function openComptoir(
  options: Partial<AppOptions> = {},
  screens?: Parameters<typeof startApp>[1],
): Promise<Comptoir> {
  const fresh = await freshDatabase()
  const app = await startApp(
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      smtpUrl: null,
      mailFrom: 'comptoir@verdier.example',
      trustProxy: false,
      log: createLog(process.env.TEST_LOG ?? 'silent'),
      checkReplies: true,
      ...options,
      connection: { ...fresh.config, ...options.connection },
    },
    screens,
  )
  return {
    ...app,
    connectionString: fresh.connectionString,
    stranger: (headers) => newPerson(app.url.origin, headers),
    makeOrganisation: (name) => makeOrganisation(app, name),
    async stop() {
      await app.stop()
      await fresh.drop()
    },
  }
}

async function makeOrganisation(app: App, name: string): Promise<TestOrganisation> {
  const { database, ids, clock } = app.platform
  const id = ids.organisation()
  await database.transaction(id, async (tx) => {
    await insertOrganisation(tx, { name, now: clock.now() })
    await startSubscription(tx, 'ultimate', { clock, plans: plansFrom(shippedPlans, null) })
  })
  return {
    id,
    makeSubAccount: (subAccountName) => makeSubAccount(app, id, subAccountName),
    hire: (person, hiring) => hire(app, id, person, hiring),
  }
}

async function makeSubAccount(app: App, organisationId: OrganisationId, name: string): Promise<TestSubAccount> {
  const { database, ids, clock } = app.platform
  const id = ids.subAccount()
  const channel = await database.transaction(organisationId, async (tx) => {
    await insertSubAccount(tx, { id, name, now: clock.now() })
    return makeChannel(tx, { subAccountId: id, name: `Site ${name}`, sites: ['shop.example'] }, app.platform)
  })
  return { id, channelId: channel.id, channelKey: channel.key, visitor: () => newVisitor(app.url.origin, channel.key) }
}

let hash: ReturnType<typeof choosePassword> | undefined

/** One hash for the whole cast: making one takes as long as it should. */
export function castPasswordHash(): ReturnType<typeof choosePassword> {
  hash ??= choosePassword(castPassword, { about: [], field: 'password' })
  return hash
}

let hired = 0

async function hire(app: App, organisationId: OrganisationId, name: string, hiring: Hiring): Promise<CastAgent> {
  const { database } = app.platform
  const email = hiring.email ?? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${++hired}@verdier.example`
  const passwordHash = await castPasswordHash()
  const joined = await database.transaction(
    organisationId,
    async (tx): Promise<{ agentId: AgentId; userId: UserId }> => {
      const userId = await createUser(
        tx,
        { email, ...nameInTwo(name), locale: 'fr', passwordHash, emailIsProven: true },
        app.platform,
      )
      if (!userId) throw new Error(`${email} is taken`)
      const agentId = await joinOrganisation(
        tx,
        {
          userId,
          ...nameInTwo(name),
          email,
          role: hiring.role,
          subAccountId: hiring.subAccountId ?? null,
          languages: hiring.languages ?? ['fr'],
          active: hiring.active ?? true,
        },
        app.platform,
      )
      return { agentId, userId }
    },
  )
  const person = newPerson(app.url.origin)
  await person.call('POST /session', { body: { email, password: castPassword, remember: true } })
  return { ...person, organisationId, agentId: joined.agentId, email, name }
}
