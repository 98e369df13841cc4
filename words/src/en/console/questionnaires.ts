import type { QuestionnaireWords } from '../../fr/console/questionnaires.ts'
import { list, plural } from '../grammar.ts'

/** Settings → Questionnaires. */
export const questionnaires: QuestionnaireWords = {
  title: 'Questionnaires',
  text: 'Whoever begins with a questionnaire is picked up only by its advisors, and by roles that have them all.',
  add: 'Add a questionnaire',
  edit: 'Edit',
  editTitle: (name) => `Edit ${name}`,
  name: 'Name',
  nameHint: 'For you and your colleagues: visitors do not see it.',
  needName: 'Give it a name.',
  subAccount: 'Sub-account',
  submit: 'Confirm',
  added: (name) => `Questionnaire ${name} added`,
  renamed: (name) => `Questionnaire renamed to ${name}`,
  changedMeanwhile: { text: 'Somebody has just given it another name:', reload: 'See that name' },
  columns: { name: 'Name', subAccount: 'Sub-account', advisors: 'Advisors', channels: 'Channels' },
  advisors: (count) => plural(count, { zero: 'no advisor', one: '# advisor', other: '# advisors' }),
  noAdvisors: 'Nobody but the roles that have them all',
  noChannels: 'None begins with it',
  empty: {
    title: 'No questionnaire',
    text: 'Add one, choose its advisors in Agents, then the channel that begins with it.',
  },
  archived: 'Archived',
  archive: 'Archive',
  archiveTitle: (name) => `Archive ${name}?`,
  archiveText: (channels) =>
    channels.length === 0
      ? 'No channel begins with it. You can bring it back whenever you like.'
      : `Visitors of ${list(channels)} will no longer go through it. Those who wait stay with its advisors.`,
  archiveDone: (name) => `Questionnaire ${name} archived`,
  restore: 'Bring back',
  restored: (name) => `Questionnaire ${name} brought back`,
}
