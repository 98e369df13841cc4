import {
  type Answer,
  type EndStep,
  type FormAnswer,
  type FormEnd,
  type FormKey,
  flowLimits,
  type Question,
} from './flow.ts'

/** Why an answer does not fit its question, told at the field. */
export const answerProblems = [
  'required',
  'too-short', // limit
  'too-long', // limit
  'mask', // mask
  'not-email',
  'not-phone',
  'not-number',
  'too-small', // limit
  'too-large', // limit
  'too-precise', // limit: digits after the point; 0: whole numbers
  'not-date',
  'not-past',
  'not-future',
  'unknown-option', // none of its options, or one that is not offered
  'too-few', // limit
  'too-many', // limit
  'wrong-kind',
] as const
export type AnswerProblemCode = (typeof answerProblems)[number]

export interface AnswerProblem {
  code: AnswerProblemCode
  limit?: number
  mask?: string
  /** Of a form. */
  field?: FormKey
}

/**
 * Whether an answer fits: the same rule in the widget, in the preview and on the server.
 *
 * @param today `2026-11-22`, where the visitor is
 * @returns null when it does
 */
export function checkAnswer(step: Question | EndStep, answer: Answer, today: string): AnswerProblem | null {
  if (step.kind === 'end') return step.to.kind === 'form' ? checkForm(step.to, answer) : { code: 'wrong-kind' }
  if (isLeftOut(answer)) return step.required ? { code: 'required' } : null
  switch (step.kind) {
    case 'text':
      return checkText(answer, step) ?? (step.mask === null ? null : checkMask(answer, step.mask))
    case 'long-text':
      return checkText(answer, step, flowLimits.longAnswerLength)
    case 'email':
      return checkText(answer, {}) ?? (isEmail(answer) ? null : { code: 'not-email' })
    case 'phone':
      return checkText(answer, {}) ?? (isPhone(answer) ? null : { code: 'not-phone' })
    case 'number':
      return checkNumber(answer, step)
    case 'date':
      return checkDate(answer, step.when, today)
    case 'choice':
      if (typeof answer !== 'string') return { code: 'wrong-kind' }
      return step.options.some(({ id }) => id === answer) ? null : { code: 'unknown-option' }
    case 'choices':
      if (!Array.isArray(answer)) return { code: 'wrong-kind' }
      if (
        new Set(answer).size < answer.length ||
        !answer.every((id) => step.options.some((option) => option.id === id))
      )
        return { code: 'unknown-option' }
      return checkCount(answer.length, step.min, step.max)
    case 'file':
      return Array.isArray(answer) ? checkCount(answer.length, null, step.max) : { code: 'wrong-kind' }
  }
}

export const isLeftOut = (answer: Answer): boolean =>
  answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)

interface Lengths {
  minLength?: number | null
  maxLength?: number | null
}

function checkText(answer: Answer, { minLength, maxLength }: Lengths, most: number = flowLimits.answerLength) {
  if (typeof answer !== 'string') return { code: 'wrong-kind' } as const
  const longest = Math.min(maxLength ?? most, most)
  if (answer.length > longest) return { code: 'too-long', limit: longest } as const
  if (answer.length < (minLength ?? 0)) return { code: 'too-short', limit: minLength ?? 0 } as const
  return null
}

/** Reads a mask and a text side by side: no pattern of a stranger's is ever run. */
function checkMask(answer: Answer, mask: string): AnswerProblem | null {
  const signs = [...mask]
  const letters = typeof answer === 'string' ? [...answer] : []
  const fits = letters.length === signs.length && signs.every((sign, at) => fitsSign(letters[at] ?? '', sign))
  return fits ? null : { code: 'mask', mask }
}

function fitsSign(letter: string, sign: string): boolean {
  if (sign === '#') return /^[0-9]$/.test(letter)
  if (sign === '@') return /^\p{L}$/u.test(letter)
  if (sign === '*') return /^[\p{L}0-9]$/u.test(letter)
  return letter === sign
}

/** What the server's own check of addresses lets through, as a browser can know it. */
const isEmail = (answer: Answer): boolean =>
  typeof answer === 'string' &&
  answer.length <= 254 &&
  /^[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/.test(answer)

/** As people write them: 6 to 15 digits (E.164), with a plus, spaces, points, hyphens, slashes and brackets. */
const isPhone = (answer: Answer): boolean =>
  typeof answer === 'string' &&
  answer.length <= 40 &&
  /^\+?[0-9 ().\-/\u00a0\u202f]+$/.test(answer) &&
  /^[0-9]{6,15}$/.test(answer.replace(/[^0-9]/g, ''))

function checkNumber(
  answer: Answer,
  { min, max, decimals }: { min: number | null; max: number | null; decimals: number },
): AnswerProblem | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return { code: 'not-number' }
  if (min !== null && answer < min) return { code: 'too-small', limit: min }
  if (max !== null && answer > max) return { code: 'too-large', limit: max }
  return Number(answer.toFixed(decimals)) === answer ? null : { code: 'too-precise', limit: decimals }
}

function checkDate(answer: Answer, when: 'any' | 'past' | 'future', today: string): AnswerProblem | null {
  if (typeof answer !== 'string' || !isDate(answer)) return { code: 'not-date' }
  if (when === 'past' && answer >= today) return { code: 'not-past' }
  if (when === 'future' && answer <= today) return { code: 'not-future' }
  return null
}

/** A day of the calendar: the 30th of February is none. */
function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function checkCount(count: number, min: number | null, max: number | null): AnswerProblem | null {
  if (min !== null && count < min) return { code: 'too-few', limit: min }
  if (max !== null && count > max) return { code: 'too-many', limit: max }
  return null
}

function checkForm(form: FormEnd, answer: Answer): AnswerProblem | null {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return { code: 'wrong-kind' }
  for (const { key, required } of form.fields) {
    const problem = checkFormField(key, answer[key] ?? '', required)
    if (problem) return { ...problem, field: key }
  }
  return Object.keys(answer).every((key) => form.fields.some((field) => field.key === key))
    ? null
    : { code: 'wrong-kind' }
}

/** One field of a form. */
export function checkFormField(
  key: keyof FormAnswer,
  text: string,
  required: boolean,
): Omit<AnswerProblem, 'field'> | null {
  if (text === '') return required ? { code: 'required' } : null
  if (key === 'email') return isEmail(text) ? null : { code: 'not-email' }
  if (key === 'phone') return isPhone(text) ? null : { code: 'not-phone' }
  return checkText(
    text,
    { maxLength: key === 'name' ? flowLimits.nameLength : flowLimits.longAnswerLength },
    flowLimits.longAnswerLength,
  )
}
