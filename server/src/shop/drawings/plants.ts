import { type Markup, markup } from '#server/platform/markup.ts'
import { paint } from './palette.ts'

/** One leaf, its stalk at 0,0, pointing up. */
const leaf = (turn: number, x: number, y: number, size: number, deep = false): Markup => markup`
  <g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">
    <path d="M0 0C-22 -4 -27 -34 0 -56C27 -34 22 -4 0 0Z" fill="${deep ? paint.leafDeep : paint.leaf}"/>
    <path d="M0 -4V-44" stroke="${deep ? paint.leaf : paint.leafDeep}" stroke-width="2" stroke-linecap="round"/>
  </g>`

/** The flowers of a linden hang from a pale blade. */
const blossom = (turn: number, x: number, y: number, size: number): Markup => markup`
  <g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">
    <path d="M0 0C-9 14 -8 36 0 50C8 36 9 14 0 0Z" fill="${paint.linden}"/>
    <path d="M0 20C10 34 12 44 12 54M0 20C14 30 22 38 26 46M0 20C6 36 2 50 0 60" fill="none" stroke="${paint.leafDeep}" stroke-width="1.6"/>
    <circle cx="12" cy="56" r="5" fill="${paint.ochreLight}"/><circle cx="27" cy="48" r="4.5" fill="${paint.ochreLight}"/><circle cx="0" cy="62" r="4.5" fill="${paint.ochreLight}"/>
  </g>`

/** A branch that rises from 0,0 and leans to the right. */
export const lindenBranch = (): Markup => markup`
  <path d="M0 0C2 -48 12 -92 52 -132M10 -62C-6 -84 -24 -96 -46 -102M26 -100C18 -126 10 -142 -4 -158" fill="none" stroke="${paint.woodDeep}" stroke-width="4" stroke-linecap="round"/>
  ${leaf(-70, -42, -101, 0.9)}${leaf(-20, -44, -103, 0.8, true)}${leaf(28, -14, -88, 0.65)}
  ${leaf(-38, -4, -156, 0.95)}${leaf(18, -3, -158, 0.8, true)}
  ${leaf(30, 50, -130, 1)}${leaf(74, 52, -131, 0.85, true)}${leaf(96, 34, -112, 0.65)}
  ${blossom(8, 20, -84, 0.8)}${blossom(-12, -28, -94, 0.65)}${blossom(-6, 52, -122, 0.7)}`

/** A small sprig lying down, its stalk at 0,0. */
export const sprig = (): Markup => markup`
  <path d="M0 0C18 -8 40 -12 66 -10" fill="none" stroke="${paint.woodDeep}" stroke-width="3.5" stroke-linecap="round"/>
  ${leaf(40, 22, -8, 0.5)}${leaf(132, 34, -10, 0.5, true)}${leaf(84, 64, -10, 0.6)}${leaf(28, 48, -11, 0.42, true)}`
