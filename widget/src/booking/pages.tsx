/** @jsxImportSource preact */
import { type JSX, render } from 'preact'
import { createApi } from '#client/api.ts'
import { Refused } from '#client/refused.ts'
import { type Locale, locales } from '#contract/vocabulary.ts'
import { bookingWords } from '#words/booking.ts'
import styles from '../chat/chat.css?inline'
import { themeSheet } from '../chat/theme.ts'
import { visitorTokenOf } from '../chat/visitor-token.ts'
import { BookPage } from './book-page.tsx'
import bookingStyles from './booking.css?inline'
import { LinkPage } from './link-page.tsx'
import pageStyles from './pages.css?inline'

/** The pages beside the widget: an organisation's own page for booking, and an appointment by its letter's link. */
export function startPage(): void {
  const main = document.querySelector('main')
  if (!main) return
  // The server wrote it: the language of the address, else the browser's.
  const locale = locales.find((each) => each === document.documentElement.lang) ?? 'en'
  const sheet = new CSSStyleSheet()
  const dress = (colour: string) => sheet.replaceSync(styles + bookingStyles + pageStyles + themeSheet(colour))
  dress(usualColour)
  document.adoptedStyleSheets = [sheet]
  const [, name = '', channelKey = ''] = location.pathname.split('/')
  const page = { main, locale, dress, show: (part: JSX.Element) => render(part, main) }
  if (name === 'book') void showBookPage(channelKey, page)
  else showLinkPage(page)
}

/** Comptoir's own, until a channel's is known. */
const usualColour = '#0f6b4f'

interface Page {
  locale: Locale
  dress(colour: string): void
  show(part: JSX.Element): void
}

async function showBookPage(channelKey: string, { locale, dress, show }: Page): Promise<void> {
  const identity = visitorTokenOf(channelKey)
  let token = await identity.read()
  const api = createApi({
    origin: location.origin,
    locale: () => locale,
    credentials: 'omit',
    headers: (): Record<string, string> => (token === null ? {} : { authorization: `Visitor ${token}` }),
  })
  const beKnown = async () => {
    token = await identity.obtain()
  }
  const languages = [locale, ...navigator.languages].join().slice(0, 300)
  const params = { channelKey }
  const words = bookingWords[locale]

  async function load() {
    show(<p role="status">{words.loading}</p>)
    try {
      const [greeting, { reasons }] = await Promise.all([
        api.call('GET /widget/:channelKey/greeting', { params, query: { languages } }),
        api.call('GET /widget/:channelKey/booking/reasons', { params, query: { languages } }),
      ])
      dress(greeting.colour)
      document.title = `${words.title} · ${greeting.organisationName}`
      show(
        <BookPage
          {...{ api, beKnown, channelKey, greeting, locale }}
          reasons={greeting.state === 'paused' ? [] : reasons}
        />,
      )
    } catch (error) {
      show(<Failure title={words.title} error={error} locale={locale} onRetry={load} />)
    }
  }
  await load()
}

function showLinkPage({ locale, dress, show }: Page): void {
  const api = createApi({ origin: location.origin, locale: () => locale, credentials: 'omit' })

  async function load() {
    const token = location.hash.slice(1)
    show(<p role="status">{bookingWords[locale].loading}</p>)
    try {
      const appointment = await api.call('POST /appointment-links/view', { body: { token } })
      dress(appointment.colour)
      show(<LinkPage key={token} {...{ api, token, appointment, locale }} />)
    } catch (error) {
      show(<Failure title={bookingWords[locale].yours} error={error} locale={locale} onRetry={load} />)
    }
  }
  // Another letter's link, opened in the same tab.
  addEventListener('hashchange', load)
  void load()
}

interface FailureProps {
  title: string
  error: unknown
  locale: Locale
  onRetry(): void
}

/** What is refused stays refused; what did not answer is asked again. */
function Failure({ title, error, locale, onRetry }: FailureProps) {
  const words = bookingWords[locale]
  const isRefused = error instanceof Refused
  return (
    <div class="sheet" role="alert">
      <h1>{title}</h1>
      <p>{isRefused ? error.message : navigator.onLine ? words.failed : words.offline}</p>
      {(!isRefused || error.status === 429) && (
        <button type="button" class="other" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  )
}
