import type { PieceSlug, TeaSlug } from '#server/shop/index.ts'
import type { PieceForms, TeaForms } from '../script.ts'

const named = (name: string) => ({ the: name, of: name })

export const teaForms: Record<TeaSlug, Pick<TeaForms, 'the' | 'of'>> = {
  'tilleul-du-ventoux': named('the Ventoux linden'),
  'sencha-de-yame': named('the Yame sencha'),
  'bai-mu-dan': named('the Bai Mu Dan'),
  'oolong-de-lishan': named('the Lishan oolong'),
  'darjeeling-de-printemps': named('the spring Darjeeling'),
  'fume-des-veilleurs': named('the Night Watch'),
}

export const pieceForms: Record<PieceSlug, Pick<PieceForms, 'the' | 'broken'>> = {
  'theiere-celadon': { the: 'the Celadon teapot', broken: 'the lid of the Celadon teapot has arrived cracked' },
  'tasses-ecume': { the: 'the Foam cups', broken: 'one of the two Foam cups is in three pieces' },
  'bol-a-matcha-ocre': { the: 'the Ochre matcha bowl', broken: 'the Ochre matcha bowl has a large chip on the rim' },
  'gaiwan-brume': { the: 'the Mist gaiwan', broken: 'the saucer of the Mist gaiwan is broken clean in two' },
  'vase-branche': { the: 'the Branch vase', broken: 'the Branch vase has parted company with its neck' },
  'coupelles-prune': { the: 'the Plum dishes', broken: 'one of the Plum dishes is split right across' },
}

export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
export const towns = [
  'Hove',
  'Lewes',
  'London',
  'Bristol',
  'Leeds',
  'Edinburgh',
  'Cardiff',
  'Worthing',
  'Norwich',
  'York',
]
