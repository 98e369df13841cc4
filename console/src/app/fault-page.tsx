import type { ErrorComponentProps } from '@tanstack/react-router'
import { RotateCw, Wrench } from 'lucide-react'
import { Unreachable } from '#client/refused.ts'
import { Button } from '../ui/actions/button.tsx'
import { EmptyState, ErrorState } from '../ui/feedback/states.tsx'
import { useWords } from '../ui/words.tsx'

/** A page that stopped: by our mistake, or because nobody answered. */
export function FaultPage({ error, reset }: ErrorComponentProps) {
  const words = useWords().frame.fault
  if (error instanceof Unreachable) return <ErrorState onRetry={reset} />
  return (
    <div role="alert" className="grid min-h-[min(100dvh,36rem)] place-items-center">
      <div>
        <EmptyState
          isWarning
          icon={Wrench}
          title={words.title}
          actions={
            <Button icon={RotateCw} onPress={() => window.location.reload()}>
              {words.reload}
            </Button>
          }
        >
          {words.text}
        </EmptyState>
        <details className="mx-auto max-w-140 px-6 text-s text-ink-soft">
          <summary className="cursor-pointer text-center">{words.report}</summary>
          <pre className="mt-2 rounded-m bg-sunken p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
            {error instanceof Error ? (error.stack ?? error.message) : String(error)}
          </pre>
        </details>
      </div>
    </div>
  )
}
