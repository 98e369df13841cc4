import type { SubAccountWords } from '../../fr/console/sub-accounts.ts'
import { list, plural } from '../grammar.ts'

const held = (holds: Parameters<SubAccountWords['archiveHolds']>[0]): string =>
  list(
    [
      [holds.people, { one: '# person', other: '# people' }] as const,
      [holds.invitations, { one: '# invitation', other: '# invitations' }] as const,
      [holds.channels, { one: '# channel', other: '# channels' }] as const,
      [holds.questionnaires, { one: '# questionnaire', other: '# questionnaires' }] as const,
      [holds.shortcuts, { one: '# shortcut', other: '# shortcuts' }] as const,
      [holds.reasons, { one: '# appointment reason', other: '# appointment reasons' }] as const,
      [holds.openConversations, { one: '# conversation under way', other: '# conversations under way' }] as const,
      [holds.closedConversations, { one: '# closed conversation', other: '# closed conversations' }] as const,
    ].flatMap(([count, forms]) => (count > 0 ? [plural(count, forms)] : [])),
  )

/** Settings → Sub-accounts. */
export const subAccounts: SubAccountWords = {
  title: 'Sub-accounts',
  text: 'A shop, a brand, a department: each has its agents, its channels and its conversations.',
  add: 'Add a sub-account',
  edit: 'Edit',
  editTitle: (name) => `Edit ${name}`,
  name: 'Name',
  needName: 'Give it a name.',
  submit: 'Confirm',
  added: (name) => `Sub-account ${name} added`,
  renamed: (name) => `Sub-account renamed to ${name}`,
  changedMeanwhile: { text: 'Somebody has just given it another name:', reload: 'See that name' },
  columns: {
    name: 'Name',
    people: 'People',
    channels: 'Channels',
    questionnaires: 'Questionnaires',
    openConversations: 'Conversations under way',
  },
  only: 'Your organisation has one sub-account: the interface mentions it nowhere else. It will from the second one on.',
  archived: 'Archived',
  archivedHint: 'They hold nothing any more and appear nowhere else.',
  archive: 'Archive',
  archiveTitle: (name) => `Archive ${name}?`,
  archiveEmpty: 'This sub-account is empty. You can bring it back whenever you like.',
  archiveHolds: (holds) => {
    const what = held(holds)
    return what === '' ? 'This sub-account holds only people who were removed.' : `This sub-account holds ${what}.`
  },
  archiveMoves: 'All of it goes together to the sub-account you choose here. Visitors notice nothing.',
  archiveStays: 'Bringing the sub-account back later will not bring back what went.',
  heir: 'Who takes everything over',
  heirNeeded: 'Choose the sub-account that takes everything over.',
  archiveLast: 'This is the only sub-account: an organisation always has one.',
  archiveDone: (name) => `Sub-account ${name} archived`,
  restore: 'Bring back',
  restored: (name) => `Sub-account ${name} brought back`,
}
