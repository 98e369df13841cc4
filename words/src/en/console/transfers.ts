import type { TransferWords } from '../../fr/console/transfers.ts'
import { plural } from '../grammar.ts'

export const transfers: TransferWords = {
  act: 'Transfer',
  title: (name) => `Transfer the conversation with ${name}`,
  search: 'Find somebody or a sub-account',
  list: 'Transfer to',
  group: { agents: 'Colleagues', subAccounts: 'Sub-accounts', queue: 'Queue' },
  queue: 'Put back in the queue',
  nothing: (typed) => (typed === '' ? 'Nobody else is here.' : `Nobody answers to “${typed}”.`),
  load: (open, limit) =>
    limit === null ? plural(open, { one: '# open', other: '# open' }) : `${open} of ${limit} open`,
  takers: (count) =>
    count === 0
      ? 'Nobody can take it at the moment'
      : plural(count, { one: '# person can take it', other: '# people can take it' }),
  refusal: {
    'conversations.receiver-inactive': () => 'no access to visitors',
    'conversations.receiver-no-access': () => 'no access to conversations',
    'conversations.receiver-language': (language) => `does not accept ${language}`,
    'conversations.receiver-questionnaire': () => 'no advisor for this questionnaire',
    'conversations.receiver-full': () => 'has reached their limit',
  },
  moves: (name) => `will go to the sub-account ${name}`,
  moved: (name) =>
    `The conversation will leave this sub-account for ${name}, and no longer depend on its questionnaire.`,
  gone: 'This person is no longer on the team.',
  goneSubAccount: 'This sub-account no longer exists.',
  note: 'Note for what comes next',
  noteHint: 'Never seen by the visitor.',
  chosen: { agent: (name) => `Transfer to ${name}`, queue: 'Put back in the queue' },
  done: {
    agent: (name) => `Conversation transferred to ${name}`,
    subAccount: (name) => `Conversation transferred to ${name}`,
    queue: 'Conversation back in the queue',
  },
  received: (by, visitor) => `${by} transferred the conversation with ${visitor} to you`,
  open: 'Open',
  mark: (name) => `Transferred by ${name}`,
}
