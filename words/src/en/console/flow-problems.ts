import type { FlowProblemWords } from '../../fr/console/flow-problems.ts'

export const flowProblems: FlowProblemWords = {
  'no-start': () => 'The questionnaire begins nowhere: choose its first step.',
  'no-end': () => 'No end can be reached: add one.',
  'nothing-next': ({ optionId, field }) => {
    if (optionId !== undefined) return 'This answer leads nowhere: the visitor would wait for ever.'
    if (field === 'test') return 'The condition does not say what it checks.'
    if (field === 'yes') return 'Nothing follows when the condition holds.'
    if (field === 'no') return 'Nothing follows when the condition does not hold.'
    return 'Nothing follows this step: the visitor would wait for ever.'
  },
  'missing-step': ({ field }) =>
    field === 'start'
      ? 'The first step is no longer there: choose another.'
      : field === 'test'
        ? 'The condition is about a step that is no longer there.'
        : 'What follows is a step that is no longer there.',
  unreachable: () => 'No way leads to this step.',
  loop: () => 'One can be sent round here for ever, whatever one answers.',
  'missing-text': ({ language, optionId }) =>
    optionId === undefined
      ? `The text is missing in ${languageName(language)}.`
      : `The text of this answer is missing in ${languageName(language)}.`,
  'missing-language': ({ language }) =>
    `A channel speaks ${languageName(language)}, and the questionnaire does not have this language.`,
  'no-options': () => 'The question has no answers to choose from.',
  'no-fields': () => 'The form has no fields.',
  duplicate: ({ field, language }) => {
    if (field === 'id') return 'Two steps have the same id.'
    if (field === 'fields') return 'A field stands in the form twice.'
    if (field === 'languages') return 'A language stands there twice.'
    return language === undefined
      ? 'Two answers have the same id.'
      : `Another answer says the same in ${languageName(language)}.`
  },
  range: () => 'The least is more than the most.',
  mask: () => 'The pattern asks for nothing: put at least one #, @ or * into it.',
  'keep-as': () => 'An answer of this kind cannot fill this field of the visitor.',
  'no-values': () => 'The condition compares with nothing.',
  impossible: () => 'The question it checks never gives this answer.',
  'not-asked': () => 'The question it checks is never asked before this condition.',
  'unknown-sub-account': () => 'The sub-account of this end no longer exists, or is archived.',
  'unknown-reason': () => 'The reason for this appointment is no longer in this sub-account, or is archived.',
}

const languageName = (code = '') => new Intl.DisplayNames('en', { type: 'language' }).of(code || 'und') ?? code
