import type { AgentId, ChannelId, OrganisationId, SubAccountId, UserId } from '#contract/ids.ts'
import type { Role } from '#contract/vocabulary.ts'
import { type App, type AppOptions, startApp } from '../app.ts'
import { createUser, keepSignedIn, startSession } from '../domains/accounts/index.ts'
import { hashInNoTime, type PasswordHash } from '../domains/accounts/passwords/hash.ts'
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

/** Hashed once for all time, by the figures of tests. Those who sign in with the password prove that it is its. */
export const castPasswordHash =
  '$scrypt$ln=4,r=8,p=1$tyqxuTXpfw+EUIlwve4fFg$ukFSl1SQSSMhCyyfy2U4blqM1Zp1V2/KSl9eRg00iII' as PasswordHash

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

/**
 * Starts a Comptoir, of doors alone unless `screens` are given; closes and removes everything in `stop`. Passwords are hashed
 * in no time: what they cost as they are kept in earnest, hash.test.ts and main.db.test.ts prove.
 */
export async function openComptoir(
  options: Partial<AppOptions> = {},
  screens?: Parameters<typeof startApp>[1],
): Promise<Comptoir> {
  hashInNoTime()
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

let hired = 0

async function hire(app: App, organisationId: OrganisationId, name: string, hiring: Hiring): Promise<CastAgent> {
  const { database } = app.platform
  const email = hiring.email ?? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${++hired}@verdier.example`
  const joined = await database.transaction(
    organisationId,
    async (tx): Promise<{ agentId: AgentId; userId: UserId }> => {
      const userId = await createUser(
        tx,
        { email, ...nameInTwo(name), locale: 'fr', passwordHash: castPasswordHash, emailIsProven: true },
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
  return { ...(await signInOnce(app, joined.userId)), organisationId, agentId: joined.agentId, email, name }
}

/** In a browser of their own. Those who prove signing in knock. */
async function signInOnce({ platform, url }: App, userId: UserId): Promise<Person> {
  const knock = { address: '127.0.0.1', userAgent: 'node', cookie: () => undefined }
  const started = await platform.database.directory((tx) =>
    startSession(tx, { userId, remember: true, knock }, platform),
  )
  const cookies = new Map<string, string>()
  keepSignedIn({ setCookie: (name, value) => void cookies.set(name, value) }, started)
  return newPerson(url.origin, {}, cookies)
}
