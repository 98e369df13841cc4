import { useId } from 'react'
import type { ShortcutFileWords } from '#words/shortcut-files.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import type { compare, Outcome } from './compare.ts'
import type { FaultAt } from './read-shortcuts.ts'

type Words = ShortcutFileWords['importing']

const listLook = 'max-h-64 divide-y divide-line overflow-y-auto rounded-m border border-line'

/** What is wrong with a file, line by line. */
export function FaultList({ faults, isTable, words }: { faults: readonly FaultAt[]; isTable: boolean; words: Words }) {
  return (
    <>
      <Notice kind="red" isUrgent>
        {words.faulty(faults.length)}
      </Notice>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keys */}
      <ul tabIndex={0} aria-label={words.faulty(faults.length)} className={listLook}>
        {faults.map(({ line, fault, about }) => (
          <li key={`${line}-${fault}-${about}`} className="px-3 py-2 text-s wrap-anywhere">
            <b className="font-medium">{isTable ? words.line(line) : words.entry(line)}</b> {words.faults[fault](about)}
          </li>
        ))}
      </ul>
    </>
  )
}

const pills: Record<Outcome, 'green' | 'amber' | 'plain' | 'line'> = {
  made: 'green',
  changed: 'amber',
  same: 'plain',
  kept: 'line',
}

/** What will become of each shortcut of a file. */
export function OutcomeList({ compared, words }: { compared: ReturnType<typeof compare>; words: Words }) {
  const id = useId()
  const isNothing = compared.every(({ outcome }) => outcome === 'same')
  return (
    <div className="grid gap-1.5">
      <p id={id} className="text-s font-medium">
        {words.preview}
      </p>
      {isNothing && <p role="status">{words.nothing}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keys */}
      <ul tabIndex={0} aria-labelledby={id} className={listLook}>
        {compared.map(({ shortcut: { key, texts }, outcome }) => (
          <li key={key} className="flex items-center gap-3 px-3 py-2 text-s">
            <span className="w-36 flex-none truncate font-medium phone:w-24">/{key}</span>
            <span className="min-w-0 flex-1 truncate text-ink-soft">{texts[0]?.text}</span>
            <Pill kind={pills[outcome]}>{words.outcomes[outcome]}</Pill>
          </li>
        ))}
      </ul>
    </div>
  )
}
