export { cancelLetter } from './cancel-letter.ts'
export { enqueueUnsentLetters, letterReactions } from './deliver-letter.ts'
export { letterStates } from './store.ts'
export { type LetterWish, writeConfidentialLetter, writeLetters } from './write-letters.ts'
