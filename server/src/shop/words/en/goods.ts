import type { pieces as frenchPieces, teas as frenchTeas } from '../fr/goods.ts'

export const teas: typeof frenchTeas = {
  'tilleul-du-ventoux': {
    name: 'Ventoux linden',
    line: 'Herbal, no caffeine',
    origin: 'Southern Drôme, the Reynier family',
    text: 'Whole linden bracts, picked in June and dried in the shade of a hayloft. Clear honey and cut grass, for evenings when you mean to sleep.',
  },
  'sencha-de-yame': {
    name: 'Yame sencha',
    line: 'Japanese green tea',
    origin: 'Yame, Fukuoka prefecture',
    text: 'First harvest, steamed for a long time. Green, dense, faintly salty, ending soft as almond. It forgives boiling water very little, and everything else a lot.',
  },
  'bai-mu-dan': {
    name: 'Bai Mu Dan',
    line: 'Chinese white tea',
    origin: 'Fuding, Fujian province',
    text: 'One bud, two leaves and next to nothing done to them: wilted in the sun, dried, finished. Hay, melon, a touch of wood. You can forget it in the pot.',
  },
  'oolong-de-lishan': {
    name: 'Lishan oolong',
    line: 'Taiwanese oolong',
    origin: 'Lishan, 2,200 m up',
    text: 'Tightly rolled pearls that take six or seven brews to open. Butter, lilac, peach skin. The one we pour for people who say they don’t like tea.',
  },
  'darjeeling-de-printemps': {
    name: 'Spring Darjeeling',
    line: 'Indian black tea',
    origin: 'Sungma garden, picked in March',
    text: 'The first picking of the year, still green in places. Muscat grape, white flowers and a fine bitterness that wakes you gently.',
  },
  'fume-des-veilleurs': {
    name: 'Night Watch smoked',
    line: 'Smoked black tea',
    origin: 'Wuyi mountains, smoked over pine',
    text: 'Smoked slowly over pine, well away from the flame. Sweeter than it smells: resin, prune, cocoa. Lovely with cheese, or with rain.',
  },
}

export const pieces: typeof frenchPieces = {
  'theiere-celadon': {
    name: 'Celadon teapot',
    line: 'Stoneware, bamboo handle',
    material: 'Grogged stoneware, celadon glaze, bamboo handle',
    size: '60 cl',
    text: 'A spout that doesn’t drip: it took us four years. The strainer is pierced by hand through the wall, and the handle can be replaced. Rinse with plain water, no soap.',
  },
  'tasses-ecume': {
    name: 'Foam cups',
    line: 'Porcelain, the pair',
    material: 'Limoges porcelain, matt glaze',
    size: '18 cl, the pair',
    text: 'Thin at the lip, heavy at the foot: they stay warm without burning your fingers. Each pair comes from one lump of clay. Dishwasher safe on a gentle cycle.',
  },
  'bol-a-matcha-ocre': {
    name: 'Ochre matcha bowl',
    line: 'Stoneware, running glaze',
    material: 'Stoneware, linden-ash glaze',
    size: '42 cl',
    text: 'Wide enough at the bottom for the whisk to turn, tall enough at the sides to keep your sleeves dry. The ash comes from pruning our own lindens each winter.',
  },
  'gaiwan-brume': {
    name: 'Mist gaiwan',
    line: 'Porcelain, three parts',
    material: 'Porcelain, blue-grey glaze',
    size: '12 cl',
    text: 'Lid, bowl and saucer: brew, smell and pour with one hand. Practise over the sink for a day or two and you will never go back.',
  },
  'vase-branche': {
    name: 'Branch vase',
    line: 'Red clay, narrow neck',
    material: 'Burnished red clay, glazed inside',
    size: '24 cm',
    text: 'Made for a single branch and some room around it. Burnished with a pebble before firing, the clay still shows fingermarks when the light comes from the side.',
  },
  'coupelles-prune': {
    name: 'Plum dishes',
    line: 'Stoneware, set of three',
    material: 'Stoneware, plum glaze',
    size: '9 cm, set of three',
    text: 'For the leaves before and the leaves after, a handful of almonds, the salt. They stack, and no two are the same purple: the copper decides.',
  },
}
