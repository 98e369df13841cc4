import { Link } from '@tanstack/react-router'
import { Inbox, MessagesSquare } from 'lucide-react'
import { useMe } from '../../live/session.ts'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { Kbd } from '../../ui/keyboard/kbd.tsx'
import { useWords } from '../../ui/words.tsx'

/** Beside the lists, while no conversation is chosen: how to go on. */
export function NothingChosen() {
  const words = useWords()
  const { keys, empty } = words.conversations
  const shortcuts = [
    { keys: ['j', 'k'], label: `${keys.next}, ${keys.previous.toLocaleLowerCase()}` },
    { keys: ['enter'], label: keys.open },
    { keys: ['p'], label: keys.pickUp },
    { keys: ['r'], label: keys.reply },
    { keys: ['n'], label: keys.note },
    { keys: ['c'], label: keys.close },
    { keys: ['mod+k'], label: words.frame.keys.palette },
  ]
  return (
    <div className="grid h-full place-items-center overflow-auto">
      <div className="grid justify-items-center">
        <EmptyState icon={MessagesSquare} title={empty.noneOpenTitle}>
          {empty.noneOpenText}
        </EmptyState>
        <dl className="-mt-6 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 px-6 pb-8 text-s text-ink-soft touch:hidden">
          {shortcuts.map((shortcut) => (
            <div key={shortcut.label} className="contents">
              <dt className="flex justify-end gap-1">
                {shortcut.keys.map((each) => (
                  <Kbd key={each} keys={each} />
                ))}
              </dt>
              <dd>{shortcut.label}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}

/** Before the very first conversation: where it will come from. */
export function NothingYet() {
  const words = useWords().conversations.empty
  const { may } = useMe()
  return (
    <div className="grid h-full place-items-center overflow-auto">
      <EmptyState
        icon={Inbox}
        title={words.firstTitle}
        actions={
          <>
            {may.readChannels && (
              <Link to="/settings/channels" className={buttonLook({ kind: 'main' })}>
                {words.installAct}
              </Link>
            )}
            <a href="/test" target="_blank" rel="noopener" className={buttonLook()}>
              {words.firstAct}
            </a>
          </>
        }
      >
        {words.firstText}
      </EmptyState>
    </div>
  )
}
