import sharp from 'sharp'
import { paint } from '#server/shop/drawings/palette.ts'
import { glazes, put, teapot } from '#server/shop/drawings/pots.ts'
import { table } from '#server/shop/drawings/scenes.ts'
import { writePdf } from './write-pdf.ts'

/** What is sent in talks: drawn and written here, a few kilobytes each. */
const papers = {
  'broken-teapot': { name: 'théière fêlée.jpg', make: () => photograph(brokenTeapot()) },
  'set-table': { name: 'table-celadon.jpg', make: () => photograph(asFile(table().text)) },
  'return-label': { name: 'Étiquette de retour MT-47213.pdf', make: async () => writePdf(returnLabel) },
} satisfies Record<string, { name: string; make(): Promise<Buffer> }>

export type PaperKey = keyof typeof papers

export async function makePaper(key: PaperKey): Promise<{ name: string; bytes: Buffer }> {
  const { name, make } = papers[key]
  return { name, bytes: await make() }
}

const photograph = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).flatten({ background: paint.porcelain }).jpeg({ quality: 80 }).toBuffer()

// On a page the browser knows what an svg is; elsewhere it says so.
const asFile = (drawing: string): string => drawing.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')

const brokenTeapot = (): string => `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
  <rect width="640" height="480" fill="${paint.mistLight}"/>
  <rect y="392" width="640" height="88" fill="${paint.wood}"/>
  ${put(teapot(glazes.celadon), { x: 320, y: 410, scale: 1.6 }).text}
  <path d="M352 212L340 244L366 276L344 322L372 360" fill="none" stroke="${paint.shade}" stroke-width="5" stroke-linejoin="bevel"/>
  <path d="M366 276L394 292M344 322L316 334" fill="none" stroke="${paint.shade}" stroke-width="3"/>
</svg>`

const returnLabel = [
  'Maison Tilleul',
  'Étiquette de retour',
  '',
  'Commande MT-47213',
  'Une théière Céladon, fêlée à l’arrivée',
  '',
  'À coller sur le colis, puis à déposer dans un point relais.',
]
