import type { AgentId, OrganisationId, QuestionnaireId, RoleId, SessionId, UserId } from '#contract/ids.ts'
import type { Module, Reach } from '#contract/vocabulary.ts'
import type { App } from '../app.ts'
import { createUser } from '../domains/accounts/index.ts'
import { sessionCookie } from '../domains/accounts/sessions/cookie.ts'
import { endOfSilence } from '../domains/accounts/sessions/session.ts'
import { insertSession } from '../domains/accounts/sessions/store.ts'
import { nameInTwo } from '../domains/accounts/user.ts'
import { joinOrganisation } from '../domains/agents/index.ts'
import { hashToken, newToken } from '../platform/secrets.ts'
import { castPasswordHash, type Hiring } from './comptoir.ts'
import type { Knocker } from './wish.ts'

/** A person with an account and a signed-in browser. */
export interface SignedIn extends Knocker {
  userId: UserId
  sessionId: SessionId
  email: string
  name: string
}

/** An agent at work. */
export interface Engaged extends SignedIn {
  organisationId: OrganisationId
  agentId: AgentId
}

export interface Engagement extends Hiring {
  reach?: Reach
  modules?: Module[]
  customRoleId?: RoleId
  questionnaireIds?: QuestionnaireId[]
  conversationLimit?: number | null
}

let engaged = 0

/** A person with an account who is signed in, past the doors. */
export async function signUp({ platform }: App, name: string, address?: string): Promise<SignedIn> {
  const email = address ?? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${++engaged}@maison.example`
  const userId = await platform.database.directory((tx) =>
    createUser(
      tx,
      { email, ...nameInTwo(name), locale: 'fr', passwordHash: castPasswordHash, emailIsProven: true },
      platform,
    ),
  )
  if (!userId) throw new Error(`${email} is taken`)
  return { userId, email, name, ...(await signInBeside({ platform }, userId)) }
}

/** Another signed-in browser of a person. */
export async function signInBeside(
  { platform }: Pick<App, 'platform'>,
  userId: UserId,
): Promise<Pick<SignedIn, 'sessionId' | 'headers'>> {
  const now = platform.clock.now()
  const token = newToken()
  const sessionId = platform.ids.session()
  const session = {
    id: sessionId,
    userId,
    remembered: true,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: endOfSilence(true, now),
    userAgent: null,
    address: null,
  }
  await platform.database.directory((tx) => insertSession(tx, session, hashToken(token)))
  return { sessionId, headers: () => ({ cookie: `${sessionCookie}=${token}` }) }
}

/** A person who belongs to the organisation and is signed in. */
export async function engage(
  app: App,
  organisationId: OrganisationId,
  name: string,
  engagement: Engagement,
): Promise<Engaged> {
  return join(app, organisationId, await signUp(app, name), engagement)
}

/** Makes somebody with an account a member of an organisation too. */
export async function join(
  { platform }: App,
  organisationId: OrganisationId,
  person: SignedIn,
  { role, subAccountId, languages, active, ...chosen }: Engagement,
): Promise<Engaged> {
  const agentId = await platform.database.transaction(organisationId, async (tx) => {
    const { userId, name, email } = person
    const belonging = { subAccountId: subAccountId ?? null, languages: languages ?? ['fr'], active: active ?? true }
    const id = await joinOrganisation(
      tx,
      { userId, ...nameInTwo(name), email, role, ...belonging, ...chosen },
      platform,
    )
    return id
  })
  return { ...person, organisationId, agentId }
}

/** People who take turns, so that none of them knocks too often for a limit that counts each. */
export function taking(turns: readonly Knocker[]): Knocker {
  let turn = 0
  return {
    headers() {
      turn += 1
      return turns[turn % turns.length]?.headers() ?? {}
    },
  }
}
