export { changesBetween, type Deed, type Doer } from './entry.ts'
export { recordDeed } from './record-deed.ts'
export { createForgeries, type LookUp } from './record-forgery.ts'
