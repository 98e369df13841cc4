import { createContext, useContext } from 'react'

/** The message that the conversation was opened at; null: none. */
export const FoundSeq = createContext<number | null>(null)

/** By which a message is found in what is drawn, and whether it is marked as the one looked for (look/theme.css). */
export function useFoundMarks() {
  const foundSeq = useContext(FoundSeq)
  return (seq: number) => ({ 'data-seq': seq, 'data-found': seq === foundSeq ? '' : undefined })
}
