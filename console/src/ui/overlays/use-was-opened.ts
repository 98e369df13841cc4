import { useState } from 'react'

/** Whether an overlay was ever opened: its code is fetched then, and it stays, so that it closes softly and opens again at once. */
export function useWasOpened(isOpen: boolean): boolean {
  const [wasOpened, setOpened] = useState(isOpen)
  if (isOpen && !wasOpened) setOpened(true)
  return wasOpened || isOpen
}
