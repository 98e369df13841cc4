/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Api } from '#client/api.ts'
import type { ReasonForVisitor } from '#contract/appointments/booking.ts'
import type { Greeting } from '#contract/visitors.ts'
import { type Locale, locales } from '#contract/vocabulary.ts'
import { bookingWords } from '#words/booking.ts'
import { Avatar } from '../chat/avatar.tsx'
import { BackButton, Book } from './book.tsx'
import { bookingDoors } from './doors.ts'
import { newDraft } from './draft.ts'

interface Props {
  api: Api
  beKnown(): Promise<unknown>
  channelKey: string
  greeting: Greeting
  reasons: readonly ReasonForVisitor[]
  locale: Locale
}

/** An organisation's own page for booking, as it is linked from wherever. */
export function BookPage({ api, beKnown, channelKey, greeting, reasons, locale }: Props) {
  const [draft, setDraft] = useState(() =>
    newDraft(reasons, { reasonId: new URL(location.href).searchParams.get('reason') }),
  )
  const [doors] = useState(() => bookingDoors(api, channelKey, beKnown))
  const words = bookingWords[locale]
  const others = locales.filter((each) => each !== locale && greeting.languages.includes(each))
  const booking = {
    ...{ origin: location.origin, reasons, draft, doors, words, locale, language: greeting.language },
    change: (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part })),
  }
  return (
    <div class="sheet">
      <div class="house">
        <BackButton {...booking} />
        <Avatar name={greeting.organisationName} large />
        <div>
          <h1 dir="auto">{greeting.organisationName}</h1>
          <p>{words.title}</p>
        </div>
        {others.map((each) => (
          <a key={each} lang={each} hreflang={each} href={inLanguage(each)}>
            {new Intl.DisplayNames(each, { type: 'language' }).of(each)}
          </a>
        ))}
      </div>
      <Book {...booking} />
    </div>
  )
}

function inLanguage(locale: Locale): string {
  const here = new URL(location.href)
  here.searchParams.set('lang', locale)
  return here.pathname + here.search
}
