import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '../class-names.ts'
import { Notice } from '../feedback/notice.tsx'

interface FormProps {
  /** From `useForm`. */
  form: { submit(): Promise<void>; refusal: string | null; attempts: number }
  /** What the form is for, for screen readers. */
  label: string
  /** The name of the field to go back to after a refusal that is about none; its text is selected. */
  refocus?: string
  className?: string
  /** Beside the refusal: where it can be mended. */
  refusalActions?: ReactNode
  /** The fields bring their own padding; so does the refusal then. */
  isEdgeToEdge?: boolean
  children: ReactNode
  id?: string
}

/** A form whose refusal stands above its fields; after a vain attempt the focus is on the first wrong field. */
export function Form({
  form,
  label,
  refocus,
  className = 'gap-4',
  refusalActions,
  isEdgeToEdge = false,
  children,
  id,
}: FormProps) {
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.attempts === 0) return
    const wrong = element.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')
    const again = element.current?.querySelector<HTMLInputElement>(`[name="${refocus}"]`)
    if (wrong) wrong.focus()
    else again?.select()
  }, [form.attempts, refocus])

  return (
    <form
      ref={element}
      id={id}
      noValidate
      aria-label={label}
      className={classNames('flex flex-col', className)}
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      {form.refusal && (
        <div className={isEdgeToEdge ? 'px-6 pt-4 phone:px-4' : undefined}>
          <Notice kind="red" isUrgent actions={refusalActions}>
            {form.refusal}
          </Notice>
        </div>
      )}
      {children}
    </form>
  )
}
