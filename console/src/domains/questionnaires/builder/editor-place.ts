import type { Problem } from '#contract/flow/problems.ts'
import { type ExitKey, optionExit } from '../flow/exits.ts'

/** A place in the step editor that can be gone to: where a problem is mended, where a new step is worded. */
export type EditorPlace =
  | 'first'
  | 'text'
  | 'test'
  | 'limits'
  | 'keep'
  | 'fields'
  | 'sub-account'
  | 'reason'
  | `option:${string}`
  | `next:${ExitKey}`

/** What carries this attribute is the place. */
export const placeAttribute = 'data-place'

export function placeToMend({ field, optionId }: Problem): EditorPlace {
  if (optionId !== undefined) return field === 'next' ? `next:${optionExit(optionId)}` : `option:${optionId}`
  switch (field) {
    case 'next':
    case 'yes':
    case 'no':
      return `next:${field}`
    case 'text':
    case 'test':
    case 'fields':
      return field
    case 'length':
    case 'count':
    case 'mask':
      return 'limits'
    case 'keepAs':
      return 'keep'
    case 'subAccountId':
      return 'sub-account'
    case 'reasonId':
      return 'reason'
    default:
      return 'first'
  }
}

/** Puts the focus on what can be written or chosen at a place; false: it is not there. */
export function focusPlace(root: Element, place: EditorPlace): boolean {
  const places = [...root.querySelectorAll(`[${placeAttribute}]`)]
  const found = place === 'first' ? places[0] : places.find((one) => one.getAttribute(placeAttribute) === place)
  const field = found?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, button')
  field?.focus()
  field?.scrollIntoView({ block: 'nearest' })
  return field != null
}
