import { useEffect } from 'react'
import { keepOneOf, useKept } from '../kept.ts'

/** The key is read by public/before-paint.js as well. */
const keptTheme = keepOneOf('comptoir.theme', ['system', 'light', 'dark'])
export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

/** The reader's theme and how to change it; kept in this browser, the same in all its tabs. */
export function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, choose] = useKept(keptTheme)
  useEffect(() => {
    if (choice === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
  }, [choice])
  return [choice, choose]
}
