import type { AgentWords } from '../../fr/console/agents.ts'
import { plural } from '../grammar.ts'

export const agents: AgentWords = {
  title: 'Agents',
  counts: (agents, invitations) =>
    [
      plural(agents, { one: '# agent', other: '# agents' }),
      ...(invitations > 0 ? [plural(invitations, { one: '# invitation', other: '# invitations' })] : []),
    ].join(', '),
  search: 'Name or e-mail address',
  filters: {
    role: 'Role',
    state: 'State',
    all: 'all',
    active: 'active',
    inactive: 'without access to visitors',
    dormant: 'away for 30 days',
  },
  columns: {
    agent: 'Agent',
    role: 'Role',
    subAccount: 'Sub-account',
    languages: 'Languages',
    lastSignIn: 'Last sign-in',
    active: 'Active',
  },
  roles: { administrator: 'Administrator', moderator: 'Moderator', manager: 'Manager', agent: 'Agent' },
  roleHints: {
    administrator: 'Everything, agents and the organisation’s settings included.',
    moderator: 'Every module, every conversation. Not the settings.',
    manager: 'Runs a sub-account: its agents and channels.',
    agent: 'Answers the visitors of a sub-account.',
  },
  allSubAccounts: 'All',
  you: 'You',
  dormant: 'dormant',
  never: 'never',
  activate: (name) => `${name} may talk to visitors`,
  activated: (name) => `${name} may now talk to visitors`,
  deactivated: (name) => `${name} may no longer talk to visitors; their conversations are waiting again`,
  lastAdministrator: 'The last person to administer the organisation has to stay active.',
  legend: {
    active: 'Active',
    activeMeans: ': the agent may talk to visitors. Deactivating puts their conversations back in the queue at once.',
    dormantMeans: 'beside a name: has not signed in for 30 days.',
  },
  remove: 'Remove from the organisation…',
  removeTitle: (name) => `Remove ${name} from the organisation?`,
  removeText: (name) =>
    `${name} loses access at once, on all devices. Their open conversations go back to waiting. What they wrote stays, under their name.`,
  removeConfirm: 'Remove',
  removed: (name) => `${name} is no longer part of the organisation`,
  empty: { title: 'No agent matches', text: 'Change the search or the filters.', clear: 'Show all' },
  alone: {
    title: 'Nobody else so far',
    text: 'Invite the people who will answer with you: an e-mail address is enough.',
  },
}
