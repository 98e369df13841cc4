import { type ReactNode, useId } from 'react'

/** A part of a page with a name of its own, in a card. */
export function Panel({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-1 gap-4 rounded-l border border-line bg-surface p-5 phone:p-4"
    >
      <div className="grid gap-1">
        <h2 id={id} className="text-l font-semibold tracking-tight">
          {title}
        </h2>
        {text && <p className="text-ink-soft">{text}</p>}
      </div>
      {children}
    </section>
  )
}
