import type { PieceSlug, TeaSlug } from '#server/shop/index.ts'
import type { PieceForms, Script, TeaForms } from './script.ts'

/** All that talks of one language are made of. */
export interface Voice {
  hello: { day: readonly string[]; evening: readonly string[] }
  helloBack: (name: string | null) => string
  firstNames: readonly string[]
  surnames: readonly string[]
  days: readonly string[]
  towns: readonly string[]
  teaForms: Record<TeaSlug, Pick<TeaForms, 'the' | 'of'>>
  pieceForms: Record<PieceSlug, Pick<PieceForms, 'the' | 'broken'>>
  brewing: (celsius: number, seconds: number) => string
  /** What may be talked of in either shop, and what concerns the one where this language is at home. */
  anywhere: readonly Script[]
  atHome: readonly Script[]
}
