import type { ConsoleWords } from '../../fr/console.ts'

export const answers: ConsoleWords['answers'] = {
  title: 'Answers',
  fields: 'Fields',
  phone: 'Phone',
  answered: 'Answered the questionnaire',
}
