import { useState } from 'react'
import { useWords } from '../words.tsx'

/** Why something could not be done: a sentence for the reader, and the field it is about when it is about one. */
export interface FormRefusal {
  message: string
  field?: string
}

export type Faults<Values> = { [Field in keyof Values]?: string }

interface FormRules<Values> {
  initial: Values
  /** What is wrong with the values before anything is sent, a sentence per field. */
  check?: (values: Values) => Faults<Values>
  /** Sends. A refusal about a known field is shown there, any other above the form. */
  send: (values: Values) => Promise<FormRefusal | null>
}

export interface FormState<Values> {
  values: Values
  /** Value, change and error of one field, to spread into it. */
  field<Field extends keyof Values>(
    name: Field,
  ): { value: Values[Field]; onChange(value: Values[Field]): void; error: string | null }
  /** A refusal that is about no field here. */
  refusal: string | null
  state: 'idle' | 'busy' | 'done'
  isDirty: boolean
  /** How often sending was tried in vain: `Form` moves the focus to the first wrong field when it grows. */
  attempts: number
  submit(): Promise<void>
  /** Begins anew from these values. */
  reset(values: Values): void
}

/** The values of a form, what is wrong with them, and sending them. Faults show at sending, and go as a field is mended. */
export function useForm<Values extends Record<string, unknown>>({
  initial,
  check,
  send,
}: FormRules<Values>): FormState<Values> {
  const words = useWords().ui.failure
  const [start, setStart] = useState(initial)
  const [values, setValues] = useState(initial)
  const [faults, setFaults] = useState<Faults<Values>>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [state, setState] = useState<FormState<Values>['state']>('idle')
  const [attempts, setAttempts] = useState(0)

  const refuse = (next: Faults<Values>, message: string | null) => {
    setFaults(next)
    setRefusal(message)
    setState('idle')
    setAttempts((count) => count + 1)
  }

  return {
    values,
    field: (name) => ({
      value: values[name],
      onChange: (value) => {
        setValues((before) => ({ ...before, [name]: value }))
        setFaults((before) => ({ ...before, [name]: undefined }))
        if (state === 'done') setState('idle')
      },
      error: faults[name] ?? null,
    }),
    refusal,
    state,
    isDirty: Object.keys(start).some((name) => start[name] !== values[name]),
    attempts,
    async submit() {
      if (state === 'busy') return
      const found = check?.(values) ?? {}
      if (Object.values(found).some(Boolean)) return refuse(found, null)
      setRefusal(null)
      setFaults({})
      setState('busy')
      // A fault is no refusal: what was typed stays, and can be sent again.
      const answer = await send(values).catch((): FormRefusal => ({ message: words.text }))
      if (answer === null) {
        setStart(values)
        setState('done')
      } else if (answer.field !== undefined && answer.field in values) {
        refuse({ [answer.field]: answer.message } as Faults<Values>, null) // the key was just found among the fields
      } else {
        refuse({}, answer.message)
      }
    },
    reset(next) {
      setStart(next)
      setValues(next)
      setFaults({})
      setRefusal(null)
      setState('idle')
    },
  }
}
