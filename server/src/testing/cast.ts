import type { AppOptions } from '../app.ts'
import { plansFrom, shippedPlans } from '../domains/billing/index.ts'
import { newToken } from '../platform/secrets.ts'
import { type Comptoir, openComptoir, type TestOrganisation, type TestSubAccount } from './comptoir.ts'
import { type PushService, startPushService } from './push-service.ts'
import { type Engaged, engage, type SignedIn, signUp } from './staff.ts'
import { grant, type Knocker, visitorWith } from './wish.ts'

/** A browser of somebody on the site of a sub-account. */
export interface Passer extends Knocker {
  token: string
  channelKey: string
}

/** The house of Verdier with everybody who works there, and a house beside it that must never learn of it. */
export interface Cast {
  comptoir: Comptoir
  origin: string
  verdier: TestOrganisation
  lyon: TestSubAccount
  lille: TestSubAccount
  /** Administrator. */
  ada: Engaged
  /** Moderator. */
  milo: Engaged
  /** Manager of Lyon. */
  marc: Engaged
  /** Agents of Lyon, who speak French. */
  ben: Engaged
  chloe: Engaged
  /** An agent of Lyon who may not talk to visitors now. */
  iris: Engaged
  /** An agent of Lille. */
  lou: Engaged
  /** Was an agent of Lyon, and was removed. */
  remi: Engaged
  /** Has an account and belongs nowhere. */
  noa: SignedIn
  /** The other house: its administrator, and an agent. */
  elsewhere: TestOrganisation
  nice: TestSubAccount
  oscar: Engaged
  olga: Engaged
  /** Where browsers of the cast have their pushes taken. */
  pushService: PushService
}

/** Ours, with room on Pro for everybody whom a proof brings in. */
const roomyPlans = plansFrom(
  {
    ...shippedPlans,
    plans: { ...shippedPlans.plans, pro: { ...shippedPlans.plans.pro, seats: { from: 1, to: 10_000 } } },
  },
  null,
)

/** Opens a Comptoir with the cast at work. It answers as in production: no reply is trimmed before it leaves. */
export async function openCast(options: Partial<AppOptions> = {}): Promise<Cast> {
  const pushService = await startPushService()
  const comptoir = await openComptoir({
    // Whom to push to is looked at by hand, so that nothing is written that nobody wished.
    pushing: { services: [pushService.origin], pace: { everyMs: 3_600_000, graceMs: 0 } },
    outsideCalendars: { lookEveryMs: 3_600_000 },
    checkReplies: false,
    trustProxy: true,
    signUp: 'open',
    plans: roomyPlans,
    ...options,
  })
  const verdier = await comptoir.makeOrganisation('Maison Verdier')
  const [lyon, lille] = [await verdier.makeSubAccount('Lyon'), await verdier.makeSubAccount('Lille')]
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const nice = await elsewhere.makeSubAccount('Nice')
  const inLyon = { role: 'agent', subAccountId: lyon.id } as const
  const here = (name: string, as: Parameters<typeof engage>[3]) => engage(comptoir, verdier.id, name, as)
  const there = (name: string, as: Parameters<typeof engage>[3]) => engage(comptoir, elsewhere.id, name, as)
  const cast: Cast = {
    comptoir,
    pushService,
    origin: comptoir.url.origin,
    verdier,
    lyon,
    lille,
    ada: await here('Ada Verdier', { role: 'administrator', languages: ['fr', 'en'] }),
    milo: await here('Milo Roy', { role: 'moderator', languages: ['fr', 'en'] }),
    marc: await here('Marc Petit', { role: 'manager', subAccountId: lyon.id }),
    ben: await here('Ben Klein', inLyon),
    chloe: await here('Chloé Blanc', inLyon),
    iris: await here('Iris Faure', { ...inLyon, active: false }),
    lou: await here('Lou Martin', { role: 'agent', subAccountId: lille.id }),
    remi: await here('Rémi Gone', inLyon),
    noa: await signUp(comptoir, 'Noa Nulle-Part'),
    elsewhere,
    nice,
    oscar: await there('Oscar Outside', { role: 'administrator' }),
    olga: await there('Olga Outside', { role: 'agent', subAccountId: nice.id }),
  }
  await grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.ada,
    params: { organisationId: verdier.id, agentId: cast.remi.agentId },
  })
  return cast
}

/** Somebody new on a site. */
export function newPasser({ channelKey }: Pick<TestSubAccount, 'channelKey'>): Passer {
  const token = newToken()
  return { token, channelKey, ...visitorWith(token) }
}
