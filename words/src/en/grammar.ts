import { listIn, pluralIn } from '../locale.ts'

export const plural = pluralIn('en')
export const list = listIn('en')
