import { type Markup, markup } from '#server/platform/markup.ts'
import { paint } from './palette.ts'
import { lindenBranch, sprig } from './plants.ts'
import { bowl, cup, dish, glazes, put, steam, teapot, vase } from './pots.ts'

/** Drawings decorate: what matters is said in words beside them. */
export const drawing = (width: number, height: number, content: Markup): Markup =>
  markup`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${content}</svg>`

/** A set table, for the head of the first page. */
export const table = (): Markup =>
  drawing(
    640,
    480,
    markup`
  <circle cx="330" cy="226" r="204" fill="${paint.linden}" opacity=".42"/>
  <rect x="20" y="392" width="600" height="14" rx="7" fill="${paint.wood}"/><rect x="44" y="406" width="552" height="6" rx="3" fill="${paint.woodDeep}" opacity=".5"/>
  ${put(lindenBranch(), { x: 502, y: 234, scale: 0.98 })}
  ${put(vase(glazes.ochre), { x: 500, y: 392 })}
  ${put(teapot(glazes.celadon), { x: 296, y: 392, scale: 1.18 })}
  ${put(steam(), { x: 100, y: 318, scale: 1 })}
  ${put(cup(glazes.porcelain, paint.ochre), { x: 100, y: 392, scale: 1.05 })}
  ${put(dish(glazes.plum, paint.leafDeep), { x: 408, y: 394, scale: 0.72 })}`,
  )

/** Shelves of pots that dry, and the wheel. */
export const workshop = (): Markup =>
  drawing(
    600,
    420,
    markup`
  <rect x="24" y="150" width="380" height="9" rx="4.5" fill="${paint.wood}"/><rect x="24" y="312" width="380" height="9" rx="4.5" fill="${paint.wood}"/>
  <path d="M52 60V392M376 60V392" stroke="${paint.woodDeep}" stroke-width="8" stroke-linecap="round"/>
  ${put(bowl(glazes.clay, paint.clayDeep), { x: 132, y: 150, scale: 0.62 })}
  ${put(vase(glazes.clay), { x: 226, y: 150, scale: 0.62 })}
  ${put(cup(glazes.clay, paint.clayDeep), { x: 292, y: 150, scale: 0.72 })}
  ${put(cup(glazes.clay, paint.clayDeep), { x: 342, y: 150, scale: 0.72 })}
  ${put(teapot(glazes.celadon), { x: 150, y: 312, scale: 0.6 })}
  ${put(bowl(glazes.ochre, paint.leaf), { x: 268, y: 312, scale: 0.5 })}
  <path d="M424 322H556L540 396H440Z" fill="${paint.mistDeep}"/><path d="M490 322H556L540 396H490Z" fill="${paint.shade}" opacity=".18"/>
  <ellipse cx="490" cy="322" rx="86" ry="17" fill="${paint.mist}"/><ellipse cx="490" cy="316" rx="56" ry="10" fill="${paint.mistDeep}"/>
  <path d="M448 314C440 282 424 262 430 226C450 232 530 232 550 226C556 262 540 282 532 314C512 320 468 320 448 314Z" fill="${paint.clay}"/>
  <path d="M550 226C556 262 540 282 532 314C522 317 510 318 496 318.5C524 300 532 262 524 230C534 229 544 228 550 226Z" fill="${paint.clayDeep}"/>
  <ellipse cx="490" cy="226" rx="60" ry="11" fill="${paint.clayLight}"/><ellipse cx="490" cy="227.5" rx="49" ry="7.5" fill="${paint.clayDeep}"/>
  <path d="M436 258C460 268 520 268 545 256M439 280C462 290 518 290 541 279" fill="none" stroke="${paint.clayDeep}" stroke-width="2.5" opacity=".6"/>
  <rect x="16" y="392" width="568" height="9" rx="4.5" fill="${paint.woodDeep}"/>`,
  )

/** What arrives at one's door. */
export const parcel = (): Markup =>
  drawing(
    320,
    240,
    markup`
  <ellipse cx="160" cy="214" rx="132" ry="11" fill="${paint.shade}" opacity=".14"/>
  <path d="M48 84L84 52H250L276 84Z" fill="${paint.woodDeep}"/>
  <rect x="44" y="82" width="236" height="130" rx="4" fill="${paint.wood}"/><path d="M226 82H276Q280 82 280 86V208Q280 212 276 212H226Z" fill="${paint.woodDeep}" opacity=".45"/>
  <path d="M44 138H280M156 82V212M146 52L156 82" fill="none" stroke="${paint.porcelain}" stroke-width="5"/>
  <path d="M156 138C128 112 118 132 156 138C194 112 204 132 156 138ZM156 138L136 166M156 138L178 164" fill="none" stroke="${paint.porcelain}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>
  ${put(sprig(), { x: 172, y: 132, scale: 1.15 })}`,
  )

/** The house's mark: one leaf. */
export const mark = (): Markup =>
  drawing(
    28,
    28,
    markup`<path d="M14 26C3 24 1 11 14 2C27 11 25 24 14 26Z" fill="${paint.leaf}"/><path d="M14 27V10M14 19L9 14M14 15.5L18 12" fill="none" stroke="${paint.porcelain}" stroke-width="1.6" stroke-linecap="round"/>`,
  )
