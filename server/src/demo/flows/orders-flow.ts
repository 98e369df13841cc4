import type { Flow, Step } from '#contract/flow/flow.ts'
import type { ReasonId } from '#contract/ids.ts'
import { organisationName } from '../cast.ts'
import { both, shopFlow } from './shop-flow.ts'

/** What it asked at first: nothing about what breaks, and nobody was expected to be away. */
export const ordersFlowAtFirst = shopFlow({ house: organisationName, orderMask: 'MT-#####', ordersTo: null })

/**
 * What Maison Tilleul asks before somebody looks at an order: a photo of what broke too, a form while nobody is there, and the way to
 * an appointment in the shop.
 */
export const ordersFlow = (advice: ReasonId): Flow => ({
  ...ordersFlowAtFirst,
  steps: [
    ...ordersFlowAtFirst.steps.map(withMore),
    {
      id: 'photo',
      name: 'Photo',
      kind: 'file',
      text: both('Avez-vous une photo de l’article\u00a0?', 'Do you have a photo of the item?'),
      required: false,
      keepAs: null,
      accepts: 'pictures',
      max: 3,
      next: 'number',
    },
    {
      id: 'available',
      name: 'Disponibilité',
      kind: 'condition',
      test: { of: 'somebody-could', endId: 'orders' },
      yes: 'orders',
      no: 'form',
    },
    {
      id: 'visit',
      name: 'Rendez-vous',
      kind: 'end',
      to: {
        kind: 'booking',
        reasonId: advice,
        text: both('Choisissez le moment qui vous convient.', 'Choose the time that suits you.'),
      },
    },
  ],
})

function withMore(step: Step): Step {
  if (step.id === 'email' && step.kind === 'email') return { ...step, next: 'available' }
  if (step.kind !== 'choice') return step
  const damaged = {
    id: 'damaged',
    text: both('Signaler un article abîmé', 'Report a damaged item'),
    next: 'photo',
  }
  const visit = { id: 'visit', text: both('Prendre rendez-vous', 'Book an appointment'), next: 'visit' }
  return { ...step, options: [...step.options, damaged, visit] }
}
