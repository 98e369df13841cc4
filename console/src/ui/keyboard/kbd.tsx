import { Fragment } from 'react'
import { classNames } from '../class-names.ts'
import { useWords } from '../words.tsx'
import { nameKeys, parseKeys } from './key-names.ts'

/** Keys as drawn on a keyboard: `mod+k`, `g c`. `isOnAccent`: on a filled button. */
export function Kbd({ keys, isOnAccent = false }: { keys: string; isOnAccent?: boolean }) {
  const words = useWords().ui.keys
  return (
    <span className="inline-flex items-center gap-1">
      {parseKeys(keys).map((press, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice, and never moves
        <Fragment key={index}>
          {index > 0 && <span className="text-xs text-ink-soft">{words.afterwards}</span>}
          <kbd
            className={classNames(
              'rounded-xs border px-1.25 py-0.75 font-sans text-xxs leading-none font-medium',
              isOnAccent ? 'border-current/40 text-current' : 'border-line bg-surface text-ink-soft',
            )}
          >
            {nameKeys(press, words.names)}
          </kbd>
        </Fragment>
      ))}
    </span>
  )
}
