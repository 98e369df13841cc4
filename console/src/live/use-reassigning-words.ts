import { reassigningWords } from '#words/reassigning.ts'
import { useSpeech } from '../ui/words.tsx'

/** In the reader's language. */
export const useReassigningWords = () => reassigningWords(useSpeech().locale)
