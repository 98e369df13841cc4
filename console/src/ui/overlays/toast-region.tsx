import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../actions/button.tsx'
import { IconButton } from '../actions/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { Icon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'
import { toasts as consoleToasts, type Toast, type Toasts } from './toast-queue.ts'

const shownForMs = 5_000
// Somebody has to read it, decide, and reach it.
const shownWithActForMs = 10_000

const looks = {
  done: { icon: CircleCheck, colour: 'text-green' },
  notice: { icon: Info, colour: 'text-blue' },
  refusal: { icon: CircleAlert, colour: 'text-red' },
}

/**
 * Where passing messages appear, bottom centre. They wait while a hand or the focus is on them; refusals wait to be dismissed. Over
 * dialogs too, and to be pressed there: what was done in one is undone without leaving it.
 */
export function ToastRegion({ toasts = consoleToasts }: { toasts?: Toasts }) {
  const words = useWords().ui
  const shown = useSyncExternalStore(toasts.subscribe, toasts.read)
  const [isHeld, setHeld] = useState(false)
  // Two regions that are always there: screen readers only speak what comes into a region they already know.
  return createPortal(
    <section
      data-react-aria-top-layer="true"
      aria-label={words.notices}
      className="pointer-events-none fixed inset-x-0 bottom-0 z-40 grid justify-items-center gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] phone:bottom-15"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {(['polite', 'assertive'] as const).map((urgency) => (
        <div key={urgency} aria-live={urgency} aria-relevant="additions" className="contents">
          {shown
            .filter(({ kind }) => (kind === 'refusal') === (urgency === 'assertive'))
            .map((toast) => (
              <ToastBox key={toast.id} toast={toast} isHeld={isHeld} onDismiss={() => toasts.dismiss(toast.id)} />
            ))}
        </div>
      ))}
    </section>,
    document.body,
  )
}

function ToastBox({ toast, isHeld, onDismiss }: { toast: Toast; isHeld: boolean; onDismiss: () => void }) {
  const words = useWords().ui
  const { icon, colour } = looks[toast.kind]
  const shownMs = toast.kind === 'refusal' ? null : toast.act ? shownWithActForMs : shownForMs
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts with the toast and after each holding, not with each drawing
  useEffect(() => {
    if (isHeld || shownMs === null) return
    const timer = setTimeout(onDismiss, shownMs)
    return () => clearTimeout(timer)
  }, [isHeld, shownMs])

  return (
    <div className="floating pointer-events-auto flex max-w-full min-w-72 items-center gap-2.5 rounded-m py-2 pr-2 pl-3.5 phone:w-full">
      <Icon of={icon} className={classNames('flex-none', colour)} />
      <span className="min-w-0 flex-1 py-1 wrap-anywhere">{toast.text}</span>
      {toast.act && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            toast.act?.onAct()
            onDismiss()
          }}
        >
          {toast.act.label}
        </Button>
      )}
      <IconButton icon={X} label={words.dismissNotice} size="small" onPress={onDismiss} />
    </div>
  )
}
