/** @jsxImportSource preact */
import type { JSX } from 'preact'
import type { Api } from '#client/api.ts'
import { widgetMoreWords } from '#words/widget-more.ts'
import type { View, Visit } from '../chat/view.ts'
import { recall, remember } from '../memory.ts'
import { Closing } from './closing.tsx'
import { LetterForm } from './letter-form.tsx'
import { Menu } from './menu.tsx'
import styles from './more.css?inline'

export interface MoreNeeds {
  api: Api
  channelKey: string
  /** Where the chat's styles are. */
  root: ShadowRoot
  onChange(): void
}

/** What few visitors need, or need late: the menu, how it was, the talk by letter. */
export interface More {
  menu(view: View, visit: Visit, onClose: () => void): JSX.Element
  /** Between the messages and the field: what is asked at the end. */
  foot(view: View): JSX.Element | null
}

export function openMore({ api, channelKey, root, onChange }: MoreNeeds): More {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets.push(sheet)
  const params = { channelKey }
  /** Of the closing whose card was put away. */
  let putAway = Number(recall(channelKey, 'put-away'))
  let isWriting = false

  function write(writing: boolean) {
    isWriting = writing
    onChange()
    if (!writing) focusField()
  }

  /** What held the focus is gone: it goes on where the visitor writes. */
  const focusField = () => queueMicrotask(() => root.querySelector<HTMLElement>('.composer textarea')?.focus())

  return {
    menu: (view, visit, onClose) => (
      <Menu
        view={view}
        words={widgetMoreWords[view.locale]}
        visit={visit}
        onClose={onClose}
        onLetter={() => {
          onClose()
          write(true)
        }}
      />
    ),
    foot(view) {
      const { conversation, locale } = view
      const words = widgetMoreWords[locale]
      if (!conversation) return null
      if (isWriting)
        return (
          <LetterForm
            words={words}
            email={recall(channelKey, 'email') ?? ''}
            onAsk={(email) =>
              api.call('POST /widget/:channelKey/transcript', {
                params,
                body: { email, locale, zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC' },
              })
            }
            onClose={() => write(false)}
          />
        )
      const { closing } = conversation
      if (!closing || closing.seq <= putAway) return null
      return (
        <Closing
          key={closing.seq}
          closing={closing}
          question={view.greeting.asksRating ? view.greeting.rating || words.question : null}
          words={words}
          onRate={({ score, word }) =>
            api.call('PUT /widget/:channelKey/rating', {
              params,
              body: { closingSeq: closing.seq, score, word, version: closing.rating?.version ?? 0 },
            })
          }
          onLetter={() => write(true)}
          onPutAway={() => {
            putAway = closing.seq
            remember(channelKey, 'put-away', `${putAway}`)
            onChange()
            focusField()
          }}
        />
      )
    },
  }
}
