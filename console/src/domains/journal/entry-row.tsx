import { ChevronRight, ShieldAlert } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import type { JournalEntry } from '#contract/journal.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/look/icon.tsx'
import { Avatar } from '../../ui/people/avatar.tsx'
import { formatExact, formatHour } from '../../ui/time/format-time.ts'
import { useSpeech } from '../../ui/words.tsx'
import { EntryDetails } from './entry-details.tsx'
import { splitNames } from './split-names.ts'

/** One entry as a sentence, with its hour and where it came from; opens on what it changed. */
export function EntryRow({ entry }: { entry: JournalEntry }) {
  const { words, tag } = useSpeech()
  const { told } = words.journal
  const isAlarm = entry.act === 'refused' || entry.act === 'sign-in.refused'
  const at = new Date(entry.at)
  return (
    <li className="not-last:border-b not-last:border-line">
      <Disclosure>
        {({ isExpanded }) => (
          <>
            <Button
              slot="trigger"
              className="flex w-full cursor-pointer items-center gap-3 px-4 py-2.5 text-left transition-colors hover:bg-paper"
            >
              {isAlarm ? (
                <span className="grid size-7 flex-none place-items-center rounded-full bg-red-wash text-red">
                  <Icon of={ShieldAlert} />
                </span>
              ) : (
                <Avatar size="small" name={entry.actor.name} id={entry.actor.id ?? entry.actor.kind} />
              )}
              <span className="min-w-0 flex-1 wrap-anywhere">
                <Sentence entry={entry} />
                <Origin entry={entry} />
              </span>
              <time
                dateTime={entry.at}
                title={formatExact(at, tag)}
                className="flex-none text-s text-ink-soft tabular-nums"
              >
                {formatHour(at, tag)}
              </time>
              <Icon
                of={ChevronRight}
                className={classNames('flex-none text-ink-faint transition-transform', isExpanded && 'rotate-90')}
              />
            </Button>
            <DisclosurePanel aria-label={told.sentenceOf(entry)}>
              {isExpanded && <EntryDetails entry={entry} />}
            </DisclosurePanel>
          </>
        )}
      </Disclosure>
    </li>
  )
}

function Sentence({ entry }: { entry: JournalEntry }) {
  const { told } = useSpeech().words.journal
  const parts = splitNames(told.sentenceOf(entry), [told.nameOf(entry.actor), entry.target?.name ?? ''])
  return (
    <span>
      {parts.map(({ text, isName, at }) =>
        isName ? (
          <b key={at} className="font-semibold">
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </span>
  )
}

/** From where, in grey: a key by its name, else the address. */
function Origin({ entry: { apiKey, address } }: { entry: JournalEntry }) {
  const words = useSpeech().words.journal
  const places = [apiKey !== null && words.byKey(apiKey), address !== null && words.from(address)].filter(Boolean)
  if (places.length === 0) return null
  return <span className="ml-2 text-s text-ink-soft phone:ml-0 phone:block">{places.join(' · ')}</span>
}
