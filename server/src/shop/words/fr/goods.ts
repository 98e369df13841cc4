import type { PieceSlug, TeaSlug } from '../../goods.ts'

/** What a tea says of itself beside its figures. */
interface TeaWords {
  name: string
  /** Under the name, on a card. */
  line: string
  origin: string
  text: string
}

interface PieceWords {
  name: string
  line: string
  material: string
  size: string
  text: string
}

export const teas: Record<TeaSlug, TeaWords> = {
  'tilleul-du-ventoux': {
    name: 'Tilleul du Ventoux',
    line: 'Infusion, sans théine',
    origin: 'Drôme provençale, famille Reynier',
    text: 'Les bractées entières, cueillies en juin et séchées à l’ombre dans un grenier à foin. Un goût de miel clair et d’herbe coupée, pour les soirs où l’on veut dormir.',
  },
  'sencha-de-yame': {
    name: 'Sencha de Yame',
    line: 'Thé vert du Japon',
    origin: 'Yame, préfecture de Fukuoka',
    text: 'Première récolte, étuvée longuement à la vapeur. Vert, dense, un peu salin, avec une fin douce d’amande. Il pardonne peu l’eau bouillante et beaucoup le reste.',
  },
  'bai-mu-dan': {
    name: 'Bai Mu Dan',
    line: 'Thé blanc de Chine',
    origin: 'Fuding, province du Fujian',
    text: 'Un bourgeon, deux feuilles, et presque rien d’autre : fané au soleil, séché, c’est tout. Foin, melon, une pointe de bois. Il supporte d’être oublié dans la théière.',
  },
  'oolong-de-lishan': {
    name: 'Oolong de Lishan',
    line: 'Thé bleu de Taïwan',
    origin: 'Lishan, 2 200 m d’altitude',
    text: 'Des perles roulées serré qui s’ouvrent en six ou sept infusions. Beurre, lilas, peau de pêche. C’est celui que nous servons quand quelqu’un dit ne pas aimer le thé.',
  },
  'darjeeling-de-printemps': {
    name: 'Darjeeling de printemps',
    line: 'Thé noir d’Inde',
    origin: 'Jardin de Sungma, récolte de mars',
    text: 'La première cueillette de l’année, encore verte par endroits. Raisin muscat, fleurs blanches, une amertume fine qui réveille sans brusquer.',
  },
  'fume-des-veilleurs': {
    name: 'Fumé des Veilleurs',
    line: 'Thé noir fumé',
    origin: 'Monts Wuyi, fumé au pin',
    text: 'Fumé lentement au bois de pin, loin de la flamme. Plus sucré que son odeur ne le laisse croire : résine, pruneau, cacao. Parfait avec du fromage, ou sous la pluie.',
  },
}

export const pieces: Record<PieceSlug, PieceWords> = {
  'theiere-celadon': {
    name: 'Théière Céladon',
    line: 'Grès, anse en bambou',
    material: 'Grès chamotté, émail céladon, anse en bambou',
    size: '60 cl',
    text: 'Un bec qui ne goutte pas : il nous a fallu quatre ans. La grille est percée à la main dans la paroi, l’anse se change. À laver à l’eau claire, sans savon.',
  },
  'tasses-ecume': {
    name: 'Tasses Écume',
    line: 'Porcelaine, la paire',
    material: 'Porcelaine de Limoges, émail mat',
    size: '18 cl, la paire',
    text: 'Fines au bord, lourdes au pied, elles restent chaudes sans brûler les doigts. Chaque paire sort de la même motte de terre. Lave-vaisselle sans souci, programme doux.',
  },
  'bol-a-matcha-ocre': {
    name: 'Bol à matcha Ocre',
    line: 'Grès, coulures d’émail',
    material: 'Grès, émail à la cendre de tilleul',
    size: '42 cl',
    text: 'Le fond est assez large pour que le fouet tourne, les parois assez hautes pour ne rien éclabousser. La cendre vient de la taille de nos tilleuls, chaque hiver.',
  },
  'gaiwan-brume': {
    name: 'Gaiwan Brume',
    line: 'Porcelaine, trois pièces',
    material: 'Porcelaine, émail gris bleuté',
    size: '12 cl',
    text: 'Couvercle, bol, soucoupe : de quoi infuser, sentir et verser d’une seule main. Un peu d’entraînement au-dessus de l’évier, et l’on ne s’en passe plus.',
  },
  'vase-branche': {
    name: 'Vase Branche',
    line: 'Terre rouge, col étroit',
    material: 'Terre rouge polie, intérieur émaillé',
    size: '24 cm',
    text: 'Fait pour une seule branche et un peu de place autour. Polie au galet avant la cuisson, la terre garde la trace des doigts quand la lumière vient de côté.',
  },
  'coupelles-prune': {
    name: 'Coupelles Prune',
    line: 'Grès, les trois',
    material: 'Grès, émail prune',
    size: '9 cm, les trois',
    text: 'Pour les feuilles d’avant et celles d’après, une poignée d’amandes, le sel. Empilables, et jamais deux du même violet : c’est le cuivre qui décide.',
  },
}
