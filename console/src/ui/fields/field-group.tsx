import { type ReactNode, useId } from 'react'

/** A name and its controls, where there are several of them. */
export function FieldGroup({ label, error, children }: { label: string; error?: string | null; children: ReactNode }) {
  const errorId = useId()
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="grid min-w-0 gap-2">
      <legend className="mb-1.5 text-s font-medium">{label}</legend>
      {children}
      {error && (
        <p id={errorId} role="alert" className="text-s text-red">
          {error}
        </p>
      )}
    </fieldset>
  )
}
