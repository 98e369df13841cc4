import { MessageCircle } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { inkOn } from '#client/colour.ts'
import { chooseLocale, isLocale } from '#words/locale.ts'
import { widgetWords } from '#words/widget.ts'
import { useMe } from '../../../live/session.ts'
import { Segments } from '../../../ui/fields/segments.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { languageNames } from '../../../ui/languages.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import type { ChannelWish } from '../channel-wish.ts'
import { isColour } from './is-colour.ts'

/** A page is drawn at half its size. */
const scale = 0.5

/** What visitors see with these settings, open or with nobody there, in each language. */
export function WidgetPreview({ wish }: { wish: ChannelWish }) {
  const { tag, words: all } = useSpeech()
  const words = all.channels
  const { organisationName } = useMe()
  const [moment, setMoment] = useState<'here' | 'away'>('here')
  const [chosen, setChosen] = useState<string | null>(null)
  const [first = 'fr'] = wish.languages
  const language = chosen !== null && wish.languages.includes(chosen) ? chosen : first
  // What the channel does not say itself the widget says, in one of its own languages.
  const usual = widgetWords[chooseLocale([language])]
  const colour = isColour(wish.colour) ? wish.colour.toLowerCase() : '#0f6b4f'
  const fill: CSSProperties = { background: colour, color: inkOn(colour) }
  const say = (part: 'title' | 'greeting' | 'away') =>
    wish.texts[language]?.[part] || (isLocale(language) ? '' : wish.texts[first]?.[part]) || ''
  const isAway = moment === 'away'
  const isShown = !isAway || wish.whenNobody === 'form'
  const at = { [wish.side]: (wish.sidePx ?? 0) * scale, bottom: (wish.bottomPx ?? 0) * scale }
  const nameOf = languageNames(tag)
  return (
    <div className="grid w-80 max-w-full gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segments
          label={words.preview.moment}
          options={[
            { id: 'here', label: words.preview.here },
            { id: 'away', label: words.preview.away },
          ]}
          value={moment}
          onChange={setMoment}
        />
        {wish.languages.length > 1 && (
          <Select
            look="pick"
            label={words.preview.language}
            isLabelUnseen
            options={wish.languages.map((code) => ({ id: code, label: nameOf(code) }))}
            value={language}
            onChange={setChosen}
          />
        )}
      </div>
      <figure
        aria-label={words.preview.title}
        className="relative h-90 overflow-hidden rounded-l border border-line bg-sunken"
      >
        {isShown ? (
          <>
            <div
              lang={language}
              style={{ [wish.side]: at[wish.side], bottom: at.bottom + 36 }}
              className="absolute grid w-52 overflow-hidden rounded-m border border-line bg-surface text-xs shadow-float"
            >
              <div className="grid gap-0.5 p-3" style={fill}>
                <b className="text-s wrap-anywhere">{say('title') || usual.welcome(organisationName)}</b>
                <span>{isAway ? usual.closedNow : usual.teamHere}</span>
              </div>
              <p className="m-3 w-fit max-w-[88%] rounded-m bg-sunken px-2.5 py-1.5 wrap-anywhere">
                {isAway ? say('away') || usual.away : say('greeting') || usual.greeting}
              </p>
              <div className="grid gap-1 border-t border-line p-2 text-ink-soft">
                {isAway && <span className="rounded-s border border-line-strong px-2 py-1">{usual.email}</span>}
                <span className="rounded-s border border-line-strong px-2 py-1">{usual.firstPlaceholder}</span>
              </div>
            </div>
            <span style={{ ...fill, ...at }} className="absolute grid size-7 place-items-center rounded-full">
              <Icon of={MessageCircle} size="xs" />
            </span>
          </>
        ) : (
          <p className="grid h-full place-items-center p-6 text-center text-ink-soft">
            {wish.whenNobody === 'hidden' ? words.preview.hidden : words.preview.questionnaire}
          </p>
        )}
      </figure>
    </div>
  )
}
