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
  children: ReactNode
  id?: string
}

/** A form whose refusal stands above its fields; after a vain attempt the focus is on the first wrong field. */
export function Form({ form, label, refocus, className = 'gap-4', children, id }: FormProps) {
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
        <Notice kind="red" isUrgent>
          {form.refusal}
        </Notice>
      )}
      {children}
    </form>
  )
}
