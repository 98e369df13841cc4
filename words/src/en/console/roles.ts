import type { RoleWords } from '../../fr/console/roles.ts'
import { list, plural } from '../grammar.ts'

/** Settings → Roles and access. */
export const roles: RoleWords = {
  title: 'Roles and access',
  text: 'Who can do what. The four roles of Comptoir are the same everywhere; you can make others from them.',
  own: {
    title: 'Roles of your organisation',
    none: 'None yet: the four roles of Comptoir are often enough.',
    madeFrom: (model) => `Made from ${model}`,
    holders: (people, invitations) =>
      people + invitations === 0
        ? 'Nobody has it'
        : list([
            ...(people > 0 ? [plural(people, { one: '# person', other: '# people' })] : []),
            ...(invitations > 0 ? [plural(invitations, { one: '# invitation', other: '# invitations' })] : []),
          ]),
  },
  table: {
    title: 'Who can do what',
    text: 'A role of one sub-account holds these rights in that sub-account only.',
    right: 'Right',
    scopes: { organisation: 'Every sub-account', 'sub-account': 'One sub-account' },
    permissions: 'Rights',
    modules: 'Modules',
    moduleText: 'What the menu of the console shows.',
    yes: 'yes',
    no: 'no',
    chosen: 'by choice',
    chosenHint: 'By choice: modules are chosen for each agent. Those that are ticked are proposed.',
  },
  permissions: {
    'organisation.change': { name: 'Set up the organisation', means: 'Its name and settings.' },
    'billing.change': { name: 'Manage billing', means: 'The plan, the number of seats, contacting sales.' },
    'sub-accounts.change': { name: 'Manage sub-accounts', means: 'Add, rename and archive them.' },
    'roles.change': { name: 'Manage roles', means: 'Make and change them, never above one’s own.' },
    'people.change': {
      name: 'Manage agents',
      means: 'See, invite, add, edit, activate and remove people, never above oneself.',
    },
    'channels.change': { name: 'Set up channels', means: 'Their sites, texts and questionnaire.' },
    'questionnaires.change': { name: 'Manage questionnaires', means: 'Add, rename and archive them.' },
    'shortcuts.change': {
      name: 'Manage shared shortcuts',
      means: 'The ready-made replies that everybody uses. Each person manages their own.',
    },
    'conversations.run': { name: 'Run conversations', means: 'Close those of others, or return them to the queue.' },
    'statistics.read': { name: 'Read the figures of others', means: 'Everybody reads their own.' },
    'letters.read': { name: 'Read the letters', means: 'The e-mails that Comptoir has sent or is to send.' },
    'journal.read': { name: 'Read the journal', means: 'Who did what, when and from where.' },
  },
  matrix: {
    title: 'Access and activity',
    text: 'Two things are set for each person: what they may see, and whether they may talk to visitors.',
    who: 'Person',
    columns: {
      talk: 'Talk to visitors',
      read: 'Read conversations',
      visitors: 'Visitors, recordings',
      statistics: 'Statistics',
      personal: 'Personal settings',
      organisation: 'Organisation, agents, billing',
    },
    rows: {
      'full-active': 'Full access, active',
      'full-inactive': 'Full access, inactive',
      'limited-active': 'Limited access, active',
      'limited-inactive': 'Limited access, inactive',
    },
    cells: {
      yes: 'yes',
      no: 'no',
      all: 'all',
      allFigures: 'all',
      reach: 'within reach',
      granted: 'as granted',
      own: 'own only',
    },
    means: 'Full access: administrator. Limited access: agent.',
  },
  add: 'Make a role',
  edit: 'Edit',
  editTitle: (name) => `Edit ${name}`,
  remove: 'Remove',
  name: 'Name',
  needName: 'Give it a name.',
  model: 'From which role',
  modelFixed: 'The role it was made from stays: it decides sub-accounts and visible conversations.',
  rights: 'Rights',
  modules: 'Modules',
  modulesHint: {
    implied: 'Everybody of this role has exactly these.',
    proposed: 'Proposed for each new person, and chosen freely after.',
  },
  notYours: 'You do not have it yourself.',
  outOfScope: 'Concerns the whole organisation: this role has one sub-account.',
  saved: (name) => `Role ${name} saved`,
  changedMeanwhile: {
    text: 'Somebody has saved this role meanwhile. Reload to see their version; what you chose will be lost.',
    reload: 'See their version',
  },
  takesEffect: 'The change holds at once for everybody who has this role.',
  removeTitle: (name) => `Remove the role ${name}?`,
  removeText: 'Nobody has it. It can no longer be given.',
  removeInUse: 'Somebody still has this role: give them another one first.',
  removed: (name) => `Role ${name} removed`,
}
