import { listIn, pluralIn } from '../locale.ts'

export const plural = pluralIn('fr')
export const list = listIn('fr')

/** `de` before a name, elided before a vowel: `d’Ada`, `de Ben`. */
export const de = (name: string) => (/^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)
