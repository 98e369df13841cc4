/** @jsxImportSource preact */
import { Fragment } from 'preact'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { OwnState, Row as RowOf, SaidRow } from './rows.ts'
import { dayOf, timeOf, whenOf } from './times.ts'
import type { View, Visit } from './view.ts'
import { Words } from './words-of.tsx'

interface Props {
  row: RowOf
  view: View
  visit: Visit
}

export function Row({ row, view, visit }: Props) {
  const { words, locale } = view
  switch (row.kind) {
    case 'day':
      return <p class="day">{dayOf(row.at, new Date(), locale, words)}</p>
    case 'notice':
      return (
        <p class="notice">
          {words.notice[row.act](row.name, row.on ? whenOf(row.on, locale) : '')} · {timeOf(row.at, locale)}
        </p>
      )
    case 'theirs':
      return (
        <>
          <div class="said theirs">
            <Avatar name={row.name} />
            <div class="words">
              <span class="hidden">{words.says(row.name, '')}</span>
              <Bubbles row={row} view={view} />
            </div>
          </div>
          <p class="meta">
            <bdi>{row.name}</bdi> · {timeOf(row.at, locale)}
          </p>
        </>
      )
    case 'mine':
      return (
        <div class={`mine ${row.state?.is ?? ''}`}>
          <span class="hidden">{words.says(words.you, '')}</span>
          <Bubbles row={row} view={view} />
          <p class="meta">
            {row.state === null ? (
              timeOf(row.at, locale)
            ) : (
              <State state={row.state} row={row} view={view} visit={visit} />
            )}
          </p>
        </div>
      )
  }
}

function Bubbles({ row, view }: Pick<Props, 'view'> & { row: SaidRow }) {
  const { words, files, more } = view
  return row.bubbles.map(({ key, text, seq, files: sent, proposed, was }) => (
    <Fragment key={key}>
      {text !== '' && <Words text={text} seq={seq} />}
      {sent[0] && (files ? files.shown(sent, seq) : <Words text={words.files(sent.length, sent[0].name)} seq={seq} />)}
      {proposed && more?.way(view, { reasonId: proposed })}
      {was && <i class="was">{words[was]}</i>}
    </Fragment>
  ))
}

interface StateProps extends Props {
  row: Extract<RowOf, { kind: 'mine' }>
  state: OwnState
}

function State({ state, row, view: { words, locale }, visit }: StateProps) {
  switch (state.is) {
    case 'sending':
      return (
        <>
          <Icon name="clock" size="xs" />
          {words.sending}
        </>
      )
    case 'waiting':
      return (
        <>
          <Icon name="clock" size="xs" />
          {words.waiting(row.bubbles.length)}
        </>
      )
    case 'refused':
      return (
        <>
          <Icon name="alert" size="xs" />
          <span>
            {words.notSent} · {state.reason}
          </span>
          <button type="button" class="link" onClick={() => visit.retry(state.id)}>
            {words.retry}
          </button>
          <button type="button" class="link" onClick={() => copy(row)}>
            {words.copy}
          </button>
          {row.bubbles.some(({ files }) => files.length > 0) && (
            <button type="button" class="link" onClick={() => visit.takeBack(state.id)}>
              {words.takeBack}
            </button>
          )}
          <button type="button" class="link" onClick={() => visit.discard(state.id)}>
            {words.discard}
          </button>
        </>
      )
    default:
      return (
        <>
          <Icon name={state.is} size="xs" />
          {timeOf(row.at, locale)} · {words[state.is]}
        </>
      )
  }
}

function copy({ bubbles }: StateProps['row']) {
  const text = bubbles.map(({ text }) => text).join('\n')
  // Not there without TLS: the text can still be selected.
  navigator.clipboard?.writeText(text).catch(() => {})
}
