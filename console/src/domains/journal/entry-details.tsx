import type { ReactNode } from 'react'
import type { JournalEntry } from '#contract/journal.ts'
import { type JournalChanges, type JournalField, journalFields } from '#contract/journal-acts.ts'
import { browserName } from '../../ui/browser-name.ts'
import { formatExact } from '../../ui/time/format-time.ts'
import { useSpeech } from '../../ui/words.tsx'
import { isNothing, useValueInWords } from './value-in-words.ts'

/** When exactly, from where, and what it changed. */
export function EntryDetails({ entry }: { entry: JournalEntry }) {
  const { words, tag } = useSpeech()
  const said = words.journal.details
  const browser = browserName(entry.userAgent)
  return (
    <div className="grid gap-4 px-4 pt-1 pb-4 pl-14 phone:pl-4">
      <Changes entry={entry} />
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-s">
        <Fact name={said.when}>{formatExact(new Date(entry.at), tag)}</Fact>
        {entry.refusal && (
          <>
            <Fact name={said.door}>
              <code>{entry.refusal.door}</code>
            </Fact>
            <Fact name={said.answer}>
              <code>{entry.refusal.code}</code>
            </Fact>
          </>
        )}
        {entry.target && (
          <Fact name={said.target}>
            {words.journal.told.kinds[entry.target.kind]} <bdi>{entry.target.name || entry.target.id}</bdi>
          </Fact>
        )}
        {entry.apiKey !== null && <Fact name={said.apiKey}>{entry.apiKey}</Fact>}
        {entry.address !== null && <Fact name={said.address}>{entry.address}</Fact>}
        {entry.userAgent !== null && (
          <Fact name={said.browser}>
            <span title={entry.userAgent}>
              {browser ? words.profile.sessions.on(browser.browser, browser.system) : entry.userAgent}
            </span>
          </Fact>
        )}
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  )
}

/** What was never there and is not there now says nothing. */
const isTold = (field: JournalField, before: JournalChanges | null, after: JournalChanges | null): boolean =>
  [before?.[field], after?.[field]].some((value) => !isNothing(field, value))

/** Field by field, what was and what is. */
function Changes({ entry: { before, after } }: { entry: JournalEntry }) {
  const words = useSpeech().words.journal
  const inWords = useValueInWords()
  const fields = journalFields.filter((field) => isTold(field, before, after))
  if (fields.length === 0) return null
  const sides = [
    { key: 'was', header: words.details.was, values: before },
    { key: 'is', header: words.details.is, values: after },
  ].filter(({ values }) => values !== null)
  return (
    <div className="overflow-x-auto">
      <table className="border-collapse text-s">
        <thead>
          <tr className="text-left text-xs text-ink-soft">
            <th scope="col" className="py-1 pr-6 font-medium">
              <span className="unseen">{words.details.change}</span>
            </th>
            {sides.map(({ key, header }) => (
              <th key={key} scope="col" className="py-1 pr-6 font-medium">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pr-6 text-left font-normal whitespace-nowrap text-ink-soft">
                {words.told.fields[field]}
              </th>
              {sides.map(({ key, values }) => (
                <td key={key} className="max-w-80 py-1.5 pr-6 wrap-anywhere">
                  {inWords(field, values?.[field])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
