import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useTransition } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { type ConsoleWords, loadConsoleWords } from '#words/console.ts'
import { chooseLocale, isLocale, type Locale } from '#words/locale.ts'
import { keep } from './kept.ts'

interface Spoken {
  locale: Locale
  /** With the reader's region where their browser names one (`fr-CH`): how dates and numbers are written. */
  tag: string
  words: ConsoleWords
}

interface Speech extends Spoken {
  /** Speaks another language from now on, without loading the page anew, and keeps the choice in this browser. */
  speak(locale: Locale): void
}

const SpeechContext = createContext<Speech | null>(null)

/** The key is read by public/before-paint.js as well. Null: nothing chosen, the browser's languages decide. */
const keptLocale = keep<Locale | null>('comptoir.locale', {
  parse: (raw) => (isLocale(raw) ? raw : null),
  format: (locale) => locale ?? '',
})

/** The language to begin with, and the one to ask the server for (`Accept-Language`). */
export function currentLocale(): Locale {
  return keptLocale.read() ?? chooseLocale(navigator.languages)
}

/** Fetches the words of the first language; the page is drawn when they are there. */
export async function loadFirstWords(): Promise<Spoken> {
  return load(currentLocale())
}

/** Gives everything below it words in the reader's language. */
export function WordsProvider({ first, children }: { first: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(first)
  const [, startSwitch] = useTransition()

  useEffect(() => {
    document.documentElement.lang = spoken.locale
  }, [spoken.locale])

  const speech = useMemo(
    () => ({
      ...spoken,
      speak: (locale: Locale) => {
        keptLocale.write(locale)
        startSwitch(async () => {
          const next = await load(locale)
          startSwitch(() => setSpoken(next))
        })
      },
    }),
    [spoken],
  )

  useEffect(
    () =>
      keptLocale.subscribe(() => {
        // Chosen in another tab: this one follows.
        const locale = keptLocale.read()
        if (locale && locale !== spoken.locale) void load(locale).then(setSpoken)
      }),
    [spoken.locale],
  )

  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={spoken.tag}>{children}</I18nProvider>
    </SpeechContext>
  )
}

/** The words of the console in the reader's language. */
export const useWords = (): ConsoleWords => useSpeech().words

/** The language spoken, the tag to format dates and numbers by, and how to change it. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useWords needs a WordsProvider above it')
  return speech
}

async function load(locale: Locale): Promise<Spoken> {
  return { locale, tag: regionalTag(locale), words: await loadConsoleWords(locale) }
}

function regionalTag(locale: Locale): string {
  return navigator.languages.find((tag) => tag.toLowerCase().split('-')[0] === locale) ?? locale
}
