import { reasonWords } from '#words/reasons.ts'
import { useSpeech } from '../../../ui/words.tsx'

/** In the reader's language. */
export const useReasonWords = () => reasonWords(useSpeech().locale)
