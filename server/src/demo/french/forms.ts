import type { PieceSlug, TeaSlug } from '#server/shop/index.ts'
import type { PieceForms, TeaForms } from '../script.ts'

export const teaForms: Record<TeaSlug, Pick<TeaForms, 'the' | 'of'>> = {
  'tilleul-du-ventoux': { the: 'le tilleul du Ventoux', of: 'du tilleul du Ventoux' },
  'sencha-de-yame': { the: 'le sencha de Yame', of: 'du sencha de Yame' },
  'bai-mu-dan': { the: 'le Bai Mu Dan', of: 'du Bai Mu Dan' },
  'oolong-de-lishan': { the: 'l’oolong de Lishan', of: 'de l’oolong de Lishan' },
  'darjeeling-de-printemps': { the: 'le darjeeling de printemps', of: 'du darjeeling de printemps' },
  'fume-des-veilleurs': { the: 'le fumé des Veilleurs', of: 'du fumé des Veilleurs' },
}

export const pieceForms: Record<PieceSlug, Pick<PieceForms, 'the' | 'broken'>> = {
  'theiere-celadon': { the: 'la théière Céladon', broken: 'le couvercle de la théière Céladon est arrivé fêlé' },
  'tasses-ecume': { the: 'les tasses Écume', broken: 'une des deux tasses Écume est arrivée en trois morceaux' },
  'bol-a-matcha-ocre': { the: 'le bol à matcha Ocre', broken: 'le bol à matcha Ocre a un gros éclat sur le bord' },
  'gaiwan-brume': { the: 'le gaiwan Brume', broken: 'la soucoupe du gaiwan Brume est cassée en deux' },
  'vase-branche': { the: 'le vase Branche', broken: 'le vase Branche est arrivé à côté de son col, si je puis dire' },
  'coupelles-prune': { the: 'les coupelles Prune', broken: 'une des coupelles Prune est fendue de part en part' },
}

export const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
export const towns = [
  'Angers',
  'Rezé',
  'Rennes',
  'Lyon',
  'La Rochelle',
  'Tours',
  'Paris',
  'Quimper',
  'Bordeaux',
  'Lille',
]
