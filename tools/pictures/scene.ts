import type { Page } from '@playwright/test'
import type { ConsoleWords } from '#words/console.ts'
import type { Setting } from './looks.ts'

/** Where it is: a house full of life, or one that was just set up. */
export type Place = 'full' | 'new'

export interface View extends Setting {
  page: Page
  words: ConsoleWords
}

/** One thing to be seen, in every look. */
export interface Scene {
  name: string
  place: Place
  path: string
  /** Nobody signs in for what visitors see. */
  isPublic?: boolean
  /** Somebody is at a console meanwhile. */
  isAnswered?: boolean
  /** Requests that never come back, or that fail: how it looks while it loads, and when it could not. */
  answers?: { to: RegExp; by: 'nothing' | 'a fault' }
  /** Taller than a window, to see all of a long page. */
  isLong?: boolean
  /** From the page as it opens to what is to be seen. */
  act?(view: View): Promise<unknown>
}
