import { type Markup, markup } from '#server/platform/markup.ts'
import { paint } from './drawings/palette.ts'
import { lindenBranch } from './drawings/plants.ts'
import { bowl, cup, dish, gaiwan, glazes, put, steam, teapot, vase } from './drawings/pots.ts'
import { drawing } from './drawings/scenes.ts'
import { type TeaLook, teaFromAbove } from './drawings/tea.ts'

interface Tea {
  cents: number
  grams: number
  brewing: { celsius: number; seconds: number; gramsPerCup: number }
  look: TeaLook
}

interface Piece {
  cents: number
  draw(): Markup
}

/** In the order of the shelf. What they are called stands in words/. */
export const teas = {
  'tilleul-du-ventoux': {
    cents: 950,
    grams: 40,
    brewing: { celsius: 95, seconds: 360, gramsPerCup: 2 },
    look: { liquor: '#dcc878', leaf: '#b9b46a', leafDeep: '#938f48', form: 'blade' },
  },
  'sencha-de-yame': {
    cents: 1650,
    grams: 100,
    brewing: { celsius: 70, seconds: 90, gramsPerCup: 3 },
    look: { liquor: '#b9bf62', leaf: '#4f6b3c', leafDeep: '#38502b', form: 'needle' },
  },
  'bai-mu-dan': {
    cents: 1800,
    grams: 50,
    brewing: { celsius: 80, seconds: 300, gramsPerCup: 3 },
    look: { liquor: '#e0bf86', leaf: '#8f8f72', leafDeep: '#6c6b52', form: 'blade' },
  },
  'oolong-de-lishan': {
    cents: 2400,
    grams: 50,
    brewing: { celsius: 95, seconds: 180, gramsPerCup: 4 },
    look: { liquor: '#d9b352', leaf: '#53664b', leafDeep: '#3d4e37', form: 'pearl' },
  },
  'darjeeling-de-printemps': {
    cents: 2100,
    grams: 100,
    brewing: { celsius: 90, seconds: 180, gramsPerCup: 2 },
    look: { liquor: '#d18a3c', leaf: '#6b5335', leafDeep: '#7f7440', form: 'needle' },
  },
  'fume-des-veilleurs': {
    cents: 1200,
    grams: 100,
    brewing: { celsius: 95, seconds: 240, gramsPerCup: 2 },
    look: { liquor: '#8f4724', leaf: '#6b5144', leafDeep: '#4c392f', form: 'curl' },
  },
} satisfies Record<string, Tea>

const alone = (piece: Markup): Markup => drawing(240, 240, piece)

export const pieces = {
  'theiere-celadon': { cents: 7800, draw: () => alone(put(teapot(glazes.celadon), { x: 130, y: 208, scale: 0.78 })) },
  'tasses-ecume': {
    cents: 3600,
    draw: () =>
      alone(markup`
  ${put(steam(), { x: 84, y: 100, scale: 0.8 })}
  ${put(cup(glazes.porcelain, paint.ochre), { x: 84, y: 188, scale: 1.35 })}
  ${put(cup(glazes.porcelain, paint.linden), { x: 158, y: 204, scale: 1.35 })}`),
  },
  'bol-a-matcha-ocre': {
    cents: 4400,
    draw: () => alone(put(bowl(glazes.ochre, paint.leaf), { x: 120, y: 190, scale: 1.12 })),
  },
  'gaiwan-brume': { cents: 5200, draw: () => alone(put(gaiwan(glazes.mist), { x: 120, y: 204, scale: 1.05 })) },
  'vase-branche': {
    cents: 6800,
    draw: () =>
      alone(markup`
  ${put(lindenBranch(), { x: 108, y: 116, scale: 0.58 })}
  ${put(vase(glazes.clay), { x: 108, y: 216, scale: 0.64 })}`),
  },
  'coupelles-prune': {
    cents: 2700,
    draw: () =>
      alone(markup`
  ${put(dish(glazes.plum, paint.leafDeep), { x: 120, y: 132, scale: 1 })}
  ${put(dish(glazes.plum, paint.ochreLight), { x: 78, y: 188, scale: 1 })}
  ${put(dish(glazes.plum, paint.clayDeep), { x: 166, y: 200, scale: 1 })}`),
  },
} satisfies Record<string, Piece>

export type TeaSlug = keyof typeof teas
export type PieceSlug = keyof typeof pieces
export type Slug = TeaSlug | PieceSlug

// The keys are those written above.
export const teaSlugs = Object.keys(teas) as TeaSlug[]
export const pieceSlugs = Object.keys(pieces) as PieceSlug[]

export const isTea = (slug: string): slug is TeaSlug => Object.hasOwn(teas, slug)
export const isPiece = (slug: string): slug is PieceSlug => Object.hasOwn(pieces, slug)

export const centsOf = (slug: Slug): number => (isTea(slug) ? teas[slug].cents : pieces[slug].cents)
export const drawGood = (slug: Slug): Markup =>
  isTea(slug) ? alone(teaFromAbove(teas[slug].look)) : pieces[slug].draw()
export const shelfOf = (slug: Slug): '/thes' | '/ceramiques' => (isTea(slug) ? '/thes' : '/ceramiques')
