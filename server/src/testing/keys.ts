import type { ApiKeyForOwner } from '#contract/api-keys.ts'
import type { KeyRight } from '#contract/key-rights.ts'
import type { Cast } from './cast.ts'
import type { Engaged } from './staff.ts'
import { grant, type Knocker } from './wish.ts'

export const inAMonth = ({ comptoir }: Pick<Cast, 'comptoir'>): string =>
  new Date(comptoir.platform.clock.now().getTime() + 30 * 24 * 60 * 60 * 1000).toISOString()

/** A program with a key of somebody's, made as they make it. */
export async function makeKey(
  cast: Pick<Cast, 'comptoir' | 'origin'>,
  by: Engaged,
  rights: KeyRight[],
  expiresAt = inAMonth(cast),
): Promise<{ key: ApiKeyForOwner; secret: string; program: Knocker }> {
  const { key, secret } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/api-keys',
    by,
    params: { organisationId: by.organisationId },
    body: { name: 'Rapport du matin', rights, expiresAt },
  })
  return { key, secret, program: programWith(secret) }
}

export const programWith = (secret: string): Knocker => ({ headers: () => ({ authorization: `Bearer ${secret}` }) })
