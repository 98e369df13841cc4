export { leadFirstWords } from './lead-first-words.ts'
