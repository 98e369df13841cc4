import type { Flow, Step } from '#contract/flow/flow.ts'
import { organisationName } from '../cast.ts'
import { both, shopFlow } from './shop-flow.ts'

/** What it asked at first: nothing about what breaks, and nobody was expected to be away. */
export const ordersFlowAtFirst = shopFlow({ house: organisationName, orderMask: 'MT-#####', ordersTo: null })

/** What Maison Tilleul asks before somebody looks at an order: a photo of what broke too, and a form while nobody is there. */
export const ordersFlow: Flow = {
  ...ordersFlowAtFirst,
  steps: [
    ...ordersFlowAtFirst.steps.map(withDamage),
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
  ],
}

function withDamage(step: Step): Step {
  if (step.id === 'email' && step.kind === 'email') return { ...step, next: 'available' }
  if (step.kind !== 'choice') return step
  const damaged = {
    id: 'damaged',
    text: both('Signaler un article abîmé', 'Report a damaged item'),
    next: 'photo',
  }
  return { ...step, options: [...step.options, damaged] }
}
