import { type Markup, markup } from '#server/platform/markup.ts'
import { paint } from './palette.ts'

/** How the dry leaf looks. */
export type LeafForm = 'needle' | 'curl' | 'blade' | 'pearl'

export interface TeaLook {
  liquor: string
  leaf: string
  leafDeep: string
  form: LeafForm
}

const forms: Record<LeafForm, (fill: string) => Markup> = {
  needle: (fill) => markup`<path d="M-16 0C-6 -3.5 8 -3 17 1C7 4 -6 4 -16 0Z" fill="${fill}"/>`,
  curl: (fill) => markup`<path d="M-13 3C-9 -9 8 -9 12 -1C13 4 6 6 4 2C2 -3 -6 -2 -13 3Z" fill="${fill}"/>`,
  blade: (fill) => markup`<path d="M-21 2C-11 -11 11 -11 21 0C11 9 -9 10 -21 2Z" fill="${fill}"/>`,
  pearl: (fill) =>
    markup`<path d="M-9 0C-10 -8 -2 -10 4 -8C11 -6 11 3 6 7C0 10 -8 8 -9 0ZM6 5C10 8 12 10 15 10" fill="${fill}" stroke="${fill}" stroke-width="2" stroke-linecap="round"/>`,
}

// Around the saucer, as if they had fallen there.
const fallen = [
  [30, 44, 20],
  [52, 22, -40],
  [76, 32, 62],
  [26, 76, 100],
  [208, 196, -18],
  [186, 216, 38],
  [214, 168, 80],
  [164, 208, -64],
  [206, 40, -30],
  [36, 202, 14],
] as const

/** A cup seen from above, with some of its leaves beside it. In a square of 240. */
export const teaFromAbove = ({ liquor, leaf, leafDeep, form }: TeaLook): Markup => markup`
  ${fallen.map(
    ([x, y, turn], index) =>
      markup`<g transform="translate(${x} ${y}) rotate(${turn})">${forms[form](index % 3 === 1 ? leafDeep : leaf)}</g>`,
  )}
  <ellipse cx="124" cy="128" rx="86" ry="84" fill="${paint.shade}" opacity=".1"/>
  <circle cx="120" cy="120" r="84" fill="${paint.porcelainDeep}"/><circle cx="120" cy="118" r="82" fill="${paint.porcelain}"/>
  <circle cx="120" cy="118" r="64" fill="${paint.porcelainDeep}" opacity=".55"/>
  <circle cx="122" cy="122" r="57" fill="${paint.shade}" opacity=".12"/>
  <circle cx="120" cy="117" r="56" fill="#fffdf8"/><circle cx="120" cy="117" r="49" fill="${liquor}"/>
  <path d="M120 68A49 49 0 0 1 166 134A54 54 0 0 0 120 68Z" fill="${paint.shade}" opacity=".16"/>
  <path d="M82 104A41 41 0 0 1 104 80" fill="none" stroke="${paint.steam}" stroke-width="5" stroke-linecap="round" opacity=".55"/>
  <g transform="translate(130 128) rotate(-24) scale(.8)">${forms[form](leafDeep)}</g>
  <g transform="translate(108 138) rotate(30) scale(.65)">${forms[form](leaf)}</g>`
