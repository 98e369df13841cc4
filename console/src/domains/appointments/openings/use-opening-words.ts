import { openingWords } from '#words/openings.ts'
import { useSpeech } from '../../../ui/words.tsx'

/** In the reader's language. */
export const useOpeningWords = () => openingWords(useSpeech().locale)
