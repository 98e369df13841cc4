import { Lock } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Icon } from '../../../ui/look/icon.tsx'

/** One of the form's parts, side by side where there is room. */
export function FormPart({ title, means, children }: { title: string; means: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 content-start gap-5 border-line px-6 py-5 not-last:border-r phone:px-4 narrow:not-last:border-r-0 narrow:not-last:border-b"
    >
      <h3 id={id} className="font-semibold">
        {title} <span className="font-normal text-ink-soft">· {means}</span>
      </h3>
      {children}
    </section>
  )
}

/** Why something is as it is and cannot be changed. */
export function LockNote({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-s text-ink-soft">
      <Icon of={Lock} size="xs" className="mt-0.5 flex-none" />
      <span>{children}</span>
    </p>
  )
}
