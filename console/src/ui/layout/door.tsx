import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { localeNames, locales } from '#words/locale.ts'
import { classNames } from '../class-names.ts'
import { useSpeech } from '../words.tsx'
import { Brand } from './brand.tsx'
import { useDocumentTitle } from './use-document-title.ts'

interface DoorProps {
  title: string
  /** Below the title, softer. */
  text?: ReactNode
  /** Above the title: a round icon. */
  sign?: ReactNode
  /** For more than a few fields. */
  isWide?: boolean
  children?: ReactNode
}

/** A page of somebody who is not signed in: one narrow column, nothing but the one thing to do. */
export function Door({ title, text, sign, isWide = false, children }: DoorProps) {
  useDocumentTitle(title)
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] px-7 py-6 phone:px-5">
      <header>
        <Brand />
      </header>
      <main
        className={classNames(
          'mx-auto my-8 flex w-full flex-col justify-center gap-4',
          isWide ? 'max-w-120' : 'max-w-90',
        )}
      >
        {sign}
        <div className="grid gap-1.5">
          <h1 className="text-xxl leading-tight font-semibold tracking-tighter text-balance">{title}</h1>
          {text && <p className="text-pretty text-ink-soft">{text}</p>}
        </div>
        {children}
      </main>
      <footer className="flex flex-wrap justify-between gap-x-6 gap-y-2 text-s text-ink-soft">
        <span>{window.location.host}</span>
        <LanguageSwitch />
      </footer>
    </div>
  )
}

/** A round icon above the title of a page that says no more than one thing. */
export function DoorSign({ isWarning = false, children }: { isWarning?: boolean; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'grid size-11 place-items-center rounded-full',
        isWarning ? 'bg-amber-wash text-amber' : 'bg-green-wash text-green',
      )}
    >
      {children}
    </span>
  )
}

function LanguageSwitch() {
  const { words, locale, speak } = useSpeech()
  return (
    <fieldset className="flex gap-3">
      <legend className="unseen">{words.signIn.languages}</legend>
      {locales.map((each) => (
        <Button
          key={each}
          aria-pressed={each === locale}
          onPress={() => speak(each)}
          className={classNames(
            'finger-sized cursor-pointer rounded-xs',
            each === locale ? 'font-semibold text-ink' : 'text-green hover:underline',
          )}
        >
          <span lang={each}>{localeNames[each]}</span>
        </Button>
      ))}
    </fieldset>
  )
}
