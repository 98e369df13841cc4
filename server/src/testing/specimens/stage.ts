/** What specimens are made of, and what several need made first. */
import type { RouteKey } from '#contract/routes.ts'
import type { Cast } from '../cast.ts'
import type { Scene, Talk } from '../scene.ts'
import { engage } from '../staff.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant, type WishOf } from '../wish.ts'

export interface Stage {
  cast: Cast
  scene: Scene
}

/** Wishes for some doors; together, in index.ts, for every one. */
export type Specimens = { [K in RouteKey]?: (stage: Stage) => Promise<WishOf<K>> }

/** Nobody's password yet. */
export const anotherPassword = 'onze parapluies verts dans le couloir'

/** A conversation in which Ben answered. */
export async function answered({ ben, lyon, origin }: Cast, scene: Scene): Promise<Talk> {
  const talk = await scene.talk(lyon, ben, 'open')
  await grant(origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by: ben,
    params: { ...talk, clientMessageId: newClientMessageId() },
    body: { text: 'Oui, quatre.', kind: 'text' },
  })
  return talk
}

let readers = 0
/** Nobody is sent many letters. */
export const newReader = () => `vera.${++readers}@maison.example`

/** Somebody below Marc who has just come to Lyon. */
export const newcomer = ({ comptoir, verdier, lyon }: Cast, { active }: { active: boolean }) =>
  engage(comptoir, verdier.id, 'Aude Arrivée', { role: 'agent', subAccountId: lyon.id, active })

export const newQuestionnaire = async ({ origin, marc, verdier, lyon }: Cast) =>
  (
    await grant(origin, {
      route: 'POST /organisations/:organisationId/questionnaires',
      by: marc,
      params: { organisationId: verdier.id },
      body: { name: `Devis ${newClientMessageId()}`, subAccountId: lyon.id },
    })
  ).id
