import { type Markup, markup } from '#server/platform/markup.ts'
import { paint } from './palette.ts'

// Each stands with the middle of its foot at 0,0 and grows upwards, so that a scene only says where it stands.

/** Where, and how large. */
interface Place {
  x: number
  y: number
  scale?: number
}

export const put = (drawing: Markup, { x, y, scale = 1 }: Place): Markup =>
  markup`<g transform="translate(${x} ${y}) scale(${scale})">${drawing}</g>`

/** Three tones of one glaze. */
export interface Glaze {
  body: string
  deep: string
  light: string
}

export const glazes = {
  celadon: { body: paint.celadon, deep: paint.celadonDeep, light: paint.celadonLight },
  porcelain: { body: paint.porcelain, deep: paint.porcelainDeep, light: '#fffdf8' },
  ochre: { body: paint.ochre, deep: paint.ochreDeep, light: paint.ochreLight },
  plum: { body: paint.plum, deep: paint.plumDeep, light: paint.plumLight },
  mist: { body: paint.mist, deep: paint.mistDeep, light: paint.mistLight },
  clay: { body: paint.clay, deep: paint.clayDeep, light: paint.clayLight },
} satisfies Record<string, Glaze>

export const shadow = (width: number): Markup =>
  markup`<ellipse cx="0" cy="0" rx="${width}" ry="${width * 0.09}" fill="${paint.shade}" opacity=".14"/>`

export const teapot = ({ body, deep, light }: Glaze): Markup => markup`
  ${shadow(118)}
  <path d="M-60 -126C-78 -236 78 -236 60 -126" fill="none" stroke="${paint.wood}" stroke-width="9" stroke-linecap="round"/>
  <path d="M-47 -182l-8 -9M0 -212v-9M47 -182l8 -9" stroke="${paint.woodDeep}" stroke-width="3.5" stroke-linecap="round"/>
  <path d="M-88 -42C-128 -52 -126 -104 -156 -124l15 -15C-114 -122 -102 -98 -80 -96Z" fill="${deep}"/>
  <path d="M-96 -68C-96 -122 -52 -139 0 -139S96 -122 96 -68C96 -22 60 0 0 0S-96 -22 -96 -68Z" fill="${body}"/>
  <path d="M96 -68C96 -22 60 0 0 0C-34 0 -60 -8 -77 -24C-24 -10 62 -26 88 -101C93 -92 96 -81 96 -68Z" fill="${deep}"/>
  <path d="M-74 -84C-70 -108 -52 -118 -34 -122" fill="none" stroke="${light}" stroke-width="7" stroke-linecap="round"/>
  <ellipse cx="0" cy="-137" rx="46" ry="9" fill="${deep}"/>
  <path d="M-42 -139C-38 -161 38 -161 42 -139C24 -134 -24 -134 -42 -139Z" fill="${body}"/>
  <circle cx="0" cy="-163" r="9" fill="${deep}"/>
  <circle cx="-60" cy="-124" r="6" fill="${deep}"/><circle cx="60" cy="-124" r="6" fill="${deep}"/>`

export const cup = ({ body, deep, light }: Glaze, liquor: string): Markup => markup`
  ${shadow(40)}
  <path d="M-38 -56C-38 -20 -24 -4 -16 0H16C24 -4 38 -20 38 -56Z" fill="${body}"/>
  <path d="M38 -56C38 -20 24 -4 16 0H-4C14 -8 22 -26 24 -56Z" fill="${deep}"/>
  <ellipse cx="0" cy="-56" rx="38" ry="8.5" fill="${light}"/>
  <ellipse cx="0" cy="-54.5" rx="32" ry="6" fill="${liquor}"/>`

export const bowl = ({ body, deep, light }: Glaze, inside: string): Markup => markup`
  ${shadow(74)}
  <path d="M-84 -80C-84 -28 -52 -10 -34 -8V0H34V-8C52 -10 84 -28 84 -80Z" fill="${body}"/>
  <path d="M84 -80C84 -28 52 -10 34 -8V0H4C36 -18 54 -44 58 -80Z" fill="${deep}"/>
  <path d="M-84 -80C-83 -66 -80 -54 -75 -45C-66 -52 -58 -34 -46 -44S-24 -30 -10 -40S22 -52 34 -38S66 -50 77 -48C81 -57 84 -68 84 -80Z" fill="${light}" opacity=".75"/>
  <ellipse cx="0" cy="-80" rx="84" ry="17" fill="${light}"/>
  <ellipse cx="0" cy="-77" rx="73" ry="12.5" fill="${deep}"/>
  <ellipse cx="0" cy="-74" rx="66" ry="9" fill="${inside}"/>`

export const gaiwan = ({ body, deep, light }: Glaze): Markup => markup`
  ${shadow(86)}
  <path d="M-88 -16C-70 -2 -40 0 0 0S70 -2 88 -16C60 -22 -60 -22 -88 -16Z" fill="${deep}"/>
  <ellipse cx="0" cy="-17" rx="88" ry="8" fill="${light}"/>
  <path d="M-74 -108C-66 -56 -40 -24 -26 -20H26C40 -24 66 -56 74 -108Z" fill="${body}"/>
  <path d="M74 -108C66 -56 40 -24 26 -20H4C34 -44 46 -70 50 -108Z" fill="${deep}"/>
  <ellipse cx="0" cy="-108" rx="74" ry="12" fill="${light}"/>
  <path d="M-60 -110C-54 -142 54 -142 60 -110C30 -101 -30 -101 -60 -110Z" fill="${body}"/>
  <path d="M60 -110C54 -142 20 -138 12 -136C34 -128 38 -116 36 -106C46 -107 54 -108 60 -110Z" fill="${deep}"/>
  <path d="M-15 -134L-19 -150H19L15 -134Z" fill="${deep}"/><ellipse cx="0" cy="-150" rx="19" ry="4.5" fill="${light}"/>`

export const vase = ({ body, deep, light }: Glaze): Markup => markup`
  ${shadow(56)}
  <path d="M-17 -160C-15 -126 -56 -112 -56 -62C-56 -20 -32 0 0 0S56 -20 56 -62C56 -112 15 -126 17 -160Z" fill="${body}"/>
  <path d="M17 -160C15 -126 56 -112 56 -62C56 -20 32 0 0 0C-10 0 -20 -2 -28 -6C20 -8 34 -44 30 -74C26 -104 2 -120 4 -160Z" fill="${deep}"/>
  <path d="M-40 -74C-38 -92 -28 -104 -20 -112" fill="none" stroke="${light}" stroke-width="6" stroke-linecap="round"/>
  <ellipse cx="0" cy="-160" rx="17" ry="4.5" fill="${light}"/><ellipse cx="0" cy="-159.5" rx="12.5" ry="2.8" fill="${deep}"/>`

export const dish = ({ body, deep, light }: Glaze, inside: string): Markup => markup`
  ${shadow(50)}
  <path d="M-56 -26C-50 -6 -28 -4 -22 0H22C28 -4 50 -6 56 -26Z" fill="${deep}"/>
  <path d="M-56 -26C-52 -12 -36 -7 -26 -5C4 -8 28 -16 34 -26Z" fill="${body}"/>
  <ellipse cx="0" cy="-26" rx="56" ry="12" fill="${light}"/>
  <ellipse cx="0" cy="-24.5" rx="48" ry="9" fill="${inside}"/>`

export const steam = (): Markup => markup`
  <path d="M-14 0C-26 -18 -2 -28 -12 -50M12 -4C0 -24 24 -36 12 -62" fill="none" stroke="${paint.steam}" stroke-width="4" stroke-linecap="round" opacity=".75"/>`
