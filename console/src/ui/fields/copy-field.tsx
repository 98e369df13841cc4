import { Check, Copy } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../actions/button.tsx'
import { classNames } from '../class-names.ts'
import { useWords } from '../words.tsx'
import { copyText } from './copy-text.ts'

const confirmationMs = 2_000

interface CopyFieldProps {
  label: string
  text: string
  hint?: string
  /** Code may break over lines; anything else stays on one and scrolls. */
  isCode?: boolean
}

/** A text that is there to be copied: a link, a line of code. */
export function CopyField({ label, text, hint, isCode = false }: CopyFieldProps) {
  const words = useWords().ui.copy
  const id = useId()
  const shown = useRef<HTMLTextAreaElement>(null)
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  useEffect(() => {
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('idle'), confirmationMs)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    const isCopied = await copyText(text)
    if (!isCopied) shown.current?.select()
    setState(isCopied ? 'copied' : 'failed')
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-s font-medium">
        {label}
      </label>
      <div className="flex items-start gap-2 phone:flex-col">
        <textarea
          ref={shown}
          id={id}
          readOnly
          rows={1}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className={classNames(
            'contain-inline-size field-sizing-content min-h-9 w-full min-w-0 flex-1 resize-none rounded-m border border-line bg-sunken px-3 py-2 font-mono text-xs leading-body',
            isCode ? 'wrap-anywhere' : 'overflow-x-auto whitespace-pre [scrollbar-width:none]',
          )}
        />
        <Button icon={state === 'copied' ? Check : Copy} onPress={copy}>
          {state === 'copied' ? words.done : words.act}
        </Button>
      </div>
      <span role="status" className={state === 'failed' ? 'text-s text-amber' : 'unseen'}>
        {state === 'copied' && words.done}
        {state === 'failed' && words.failed}
      </span>
      {hint && <span className="text-s text-ink-soft">{hint}</span>}
    </div>
  )
}
