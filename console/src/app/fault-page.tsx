import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { CloudOff, RotateCw, Wrench } from 'lucide-react'
import { Unreachable } from '#client/refused.ts'
import { buttonLook } from '../ui/actions/button-look.ts'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { Icon } from '../ui/look/icon.tsx'
import { useWords } from '../ui/words.tsx'

/** A page that stopped: by our mistake, or because nobody answered. Its buttons are plain: it has to work where parts cannot be fetched. */
export function FaultPage({ error, reset, isWholePage = false }: ErrorComponentProps & { isWholePage?: boolean }) {
  const { frame, ui } = useWords()
  const router = useRouter()
  const isUnreachable = error instanceof Unreachable
  const again = () => {
    if (!isUnreachable) return window.location.reload()
    reset()
    void router.invalidate()
  }
  return (
    <div role="alert" className="grid min-h-[min(100dvh,36rem)] place-items-center">
      <div>
        <EmptyState
          isWholePage={isWholePage}
          isWarning
          icon={isUnreachable ? CloudOff : Wrench}
          title={isUnreachable ? ui.failure.title : frame.fault.title}
          actions={
            <button type="button" className={buttonLook()} onClick={again}>
              <Icon of={RotateCw} />
              {isUnreachable ? ui.retry : frame.fault.reload}
            </button>
          }
        >
          {isUnreachable ? ui.failure.text : frame.fault.text}
        </EmptyState>
        {!isUnreachable && (
          <details className="mx-auto max-w-140 px-6 text-s text-ink-soft">
            <summary className="cursor-pointer text-center">{frame.fault.report}</summary>
            <pre className="mt-2 rounded-m bg-sunken p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
              {error instanceof Error ? (error.stack ?? error.message) : String(error)}
            </pre>
          </details>
        )}
      </div>
    </div>
  )
}
