import type { EndStep, Flow, OptionId, Step, StepId } from '#contract/flow/flow.ts'

export type StepKind = Step['kind']
export type EndKind = EndStep['to']['kind']

/** What can be added: every kind of step, an end by what it does. */
export type NewKind = Exclude<StepKind, 'end'> | `end-${EndKind}`

export const newKinds = {
  says: ['message'],
  asks: ['choice', 'choices', 'text', 'long-text', 'email', 'phone', 'number', 'date', 'file'],
  parts: ['condition'],
  ends: ['end-agent', 'end-booking', 'end-form', 'end-words'],
} as const satisfies Record<string, readonly NewKind[]>

/** What a step is, as one would add it. */
export const newKindOf = (step: Step): NewKind => (step.kind === 'end' ? `end-${step.to.kind}` : step.kind)

/** Short, of letters and digits: unique enough for a flow of some hundred steps, and checked against them. */
export function makeId(taken: readonly string[]): string {
  const id = crypto.randomUUID().slice(0, 8)
  return taken.includes(id) ? makeId(taken) : id
}

export const stepIds = ({ steps }: Flow): StepId[] => steps.map(({ id }) => id)

/** A step without words, leading nowhere yet; a choice begins with two answers to fill in. */
export function newStep(kind: NewKind, id: StepId): Step {
  const named = { id, name: '' }
  const asked = { ...named, text: {}, required: true, keepAs: null, next: null }
  switch (kind) {
    case 'message':
      return { ...named, kind, text: {}, next: null }
    case 'text':
      return { ...asked, kind, minLength: null, maxLength: null, mask: null }
    case 'long-text':
      return { ...asked, kind, minLength: null, maxLength: null }
    case 'email':
    case 'phone':
      return { ...asked, kind, keepAs: { field: kind } }
    case 'number':
      return { ...asked, kind, min: null, max: null, decimals: 0 }
    case 'date':
      return { ...asked, kind, when: 'any' }
    case 'file':
      return { ...asked, kind, accepts: 'any', max: 1 }
    case 'choice':
      return { ...asked, kind, options: [newOption('1'), newOption('2')].map((option) => ({ ...option, next: null })) }
    case 'choices':
      return { ...asked, kind, options: [newOption('1'), newOption('2')], min: null, max: null }
    case 'condition':
      return { ...named, kind, test: { of: 'somebody-could', endId: null }, yes: null, no: null }
    case 'end-agent':
      return { ...named, kind: 'end', to: { kind: 'agent', languages: [], subAccountId: null, text: {} } }
    case 'end-booking':
      return { ...named, kind: 'end', to: { kind: 'booking', reasonId: null, text: {} } }
    case 'end-form':
      return {
        ...named,
        kind: 'end',
        to: {
          kind: 'form',
          fields: [
            { key: 'name', required: false },
            { key: 'email', required: true },
            { key: 'message', required: true },
          ],
          text: {},
        },
      }
    case 'end-words':
      return { ...named, kind: 'end', to: { kind: 'words', text: {} } }
  }
}

const newOption = (id: OptionId) => ({ id, text: {} })
