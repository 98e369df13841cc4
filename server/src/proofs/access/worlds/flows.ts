import type { Flow } from '#contract/flow/flow.ts'
import type { FlowKind } from '#server/testing/naive/world.ts'

const both = (text: string) => ({ fr: text, en: text })

/** A name is asked for; then a form takes the words that begin the conversation, whoever is there. */
const asks: Flow = {
  languages: ['fr', 'en'],
  start: 'name',
  steps: [
    {
      ...{ id: 'name', name: 'Nom', kind: 'text', text: both('Votre nom ?'), required: true },
      ...{ keepAs: { field: 'name' }, minLength: null, maxLength: null, mask: null, next: 'words' },
    },
    {
      ...{ id: 'words', name: 'Mots', kind: 'end' },
      to: { kind: 'form', fields: [{ key: 'message', required: true }], text: both('Écrivez-nous.') },
    },
  ],
}

/** As a builder writes them. */
export const flows: Record<FlowKind, Flow> = {
  asks,
  empty: { languages: ['fr', 'en'], start: null, steps: [] },
  // Its question leads nowhere.
  broken: { ...asks, steps: asks.steps.slice(0, 1) },
}
