import type { Flow, Step, StepId, Texts } from '#contract/flow/flow.ts'
import { locales } from '#contract/vocabulary.ts'
import { type BuilderWords, builderWords } from '#words/builder.ts'
import { addStep, connect, type Place } from './flow/edits.ts'
import { optionExit } from './flow/exits.ts'
import { type NewKind, newStep } from './flow/new-step.ts'
import { withTexts } from './flow/texts.ts'

type Words = BuilderWords['templates']
export type TemplateId = keyof Words
export const templateIds = ['reception', 'quote', 'closed'] as const satisfies readonly TemplateId[]

/** A questionnaire to begin with: whole, worded in every language of the product, its steps named in the reader's. */
export function flowOfTemplate(id: TemplateId, { templates: named }: BuilderWords): Flow {
  switch (id) {
    case 'reception':
      return reception(named.reception)
    case 'quote':
      return quote(named.quote)
    case 'closed':
      return closed(named.closed)
  }
}

const empty: Flow = { languages: [...locales], start: null, steps: [] }

/** One text of a template in every language. */
const said = (pick: (words: Words) => string): Texts =>
  Object.fromEntries(locales.map((locale) => [locale, pick(builderWords(locale).templates)]))

interface Added {
  id: StepId
  kind: NewKind
  name: string
  text?: Texts
  change?: (step: Step) => Step
}

const add = (flow: Flow, { id, kind, name, text, change = (step) => step }: Added, place: Place): Flow =>
  addStep(flow, change({ ...withTexts(newStep(kind, id), text ?? {}), name }), place)

const after = (stepId: StepId, ...options: string[]): Place => ({
  stepId,
  exits: options.length === 0 ? ['next'] : options.map(optionExit),
})

const withOptions =
  (...texts: Texts[]) =>
  (step: Step): Step =>
    step.kind === 'choice'
      ? { ...step, options: texts.map((text, at) => ({ id: `${at + 1}`, text, next: null })) }
      : step

/** Somebody could take it → an agent; else a form. */
function answered(flow: Flow, place: Place, ends: { condition: Added; agent: Added; form: Added }): Flow {
  const parted = add(flow, ends.condition, place)
  const { id } = ends.condition
  const toAgent = add(parted, ends.agent, { stepId: id, exits: ['yes'] })
  return add(toAgent, ends.form, { stepId: id, exits: ['no'] })
}

const couldTake = (step: Step): Step =>
  step.kind === 'condition' ? { ...step, test: { of: 'somebody-could', endId: 'adviser' } } : step

function reception({ names, keepNumber }: Words['reception']): Flow {
  const text = (key: keyof Words['reception']['texts']) => said(({ reception }) => reception.texts[key])
  let flow = add(empty, { id: 'hello', kind: 'message', name: names.hello, text: text('hello') }, 'start')
  const needs = withOptions(text('adviser'), text('order'), text('hours'))
  flow = add(flow, { id: 'need', kind: 'choice', name: names.need, text: text('need'), change: needs }, after('hello'))
  flow = answered(flow, after('need', '1'), {
    condition: { id: 'available', kind: 'condition', name: names.available, change: couldTake },
    agent: { id: 'adviser', kind: 'end-agent', name: names.adviser, text: text('soon') },
    form: { id: 'form', kind: 'end-form', name: names.form, text: text('leave') },
  })
  const numbered = (step: Step): Step =>
    step.kind === 'text' ? { ...step, keepAs: { field: 'own', name: keepNumber } } : step
  flow = add(
    flow,
    { id: 'number', kind: 'text', name: names.number, text: text('number'), change: numbered },
    after('need', '2'),
  )
  flow = connect(flow, { stepId: 'number', exits: ['next'] }, 'available')
  return add(flow, { id: 'hours', kind: 'end-words', name: names.hours, text: text('hoursText') }, after('need', '3'))
}

function quote({ names }: Words['quote']): Flow {
  const text = (key: keyof Words['quote']['texts']) => said(({ quote: words }) => words.texts[key])
  let flow = add(empty, { id: 'project', kind: 'long-text', name: names.project, text: text('project') }, 'start')
  const budgets = withOptions(text('small'), text('middle'), text('large'))
  flow = add(
    flow,
    { id: 'budget', kind: 'choice', name: names.budget, text: text('budget'), change: budgets },
    after('project'),
  )
  const later = (step: Step): Step => (step.kind === 'date' ? { ...step, when: 'future', required: false } : step)
  flow = add(
    flow,
    { id: 'when', kind: 'date', name: names.when, text: text('when'), change: later },
    after('budget', '1', '2', '3'),
  )
  flow = add(flow, { id: 'email', kind: 'email', name: names.email, text: text('email') }, after('when'))
  const nameAndWord = (step: Step): Step =>
    step.kind === 'end' && step.to.kind === 'form'
      ? {
          ...step,
          to: {
            ...step.to,
            fields: [
              { key: 'name', required: true },
              { key: 'message', required: false },
            ],
          },
        }
      : step
  return answered(flow, after('email'), {
    condition: { id: 'available', kind: 'condition', name: names.available, change: couldTake },
    agent: { id: 'adviser', kind: 'end-agent', name: names.adviser, text: text('soon') },
    form: { id: 'form', kind: 'end-form', name: names.form, text: text('leave'), change: nameAndWord },
  })
}

function closed({ names }: Words['closed']): Flow {
  const text = (key: keyof Words['closed']['texts']) => said(({ closed: words }) => words.texts[key])
  const isOpen = (step: Step): Step => (step.kind === 'condition' ? { ...step, test: { of: 'open' } } : step)
  return answered(empty, 'start', {
    condition: { id: 'open', kind: 'condition', name: names.open, change: isOpen },
    agent: { id: 'adviser', kind: 'end-agent', name: names.adviser, text: text('soon') },
    form: { id: 'form', kind: 'end-form', name: names.form, text: text('leave') },
  })
}
