// Free of the validator, so that words and console may import it.

/** What a reader filters by. */
export const journalGroups = ['people', 'rights', 'settings', 'billing', 'accounts', 'sign-ins', 'refusals'] as const
export type JournalGroup = (typeof journalGroups)[number]

/** Everything the journal can tell of, with the group it is found in. Words, sentences and filters come from this table. */
export const journalActs = {
  'agents.added': 'people',
  'agents.edited': 'people',
  'agents.activity-changed': 'people',
  'agents.removed': 'people',
  'agents.restored': 'people',
  'agents.left': 'people',
  'agents.photo-changed': 'people',
  'invitations.created': 'people',
  'invitations.resent': 'people',
  'invitations.revoked': 'people',
  'invitations.accepted': 'people',
  'roles.made': 'rights',
  'roles.changed': 'rights',
  'roles.removed': 'rights',
  'sub-accounts.made': 'rights',
  'sub-accounts.renamed': 'rights',
  'sub-accounts.archived': 'rights',
  'sub-accounts.restored': 'rights',
  'organisation.made': 'settings',
  'organisation.renamed': 'settings',
  'channels.made': 'settings',
  'channels.changed': 'settings',
  'channels.routing-changed': 'settings',
  'channels.paused': 'settings',
  'channels.resumed': 'settings',
  'channels.archived': 'settings',
  'channels.restored': 'settings',
  'channels.moved': 'settings',
  'questionnaires.made': 'settings',
  'questionnaires.changed': 'settings',
  'questionnaires.removed': 'settings',
  'questionnaires.published': 'settings',
  'questionnaires.version-restored': 'settings',
  'shortcuts.made': 'settings',
  'shortcuts.changed': 'settings',
  'shortcuts.removed': 'settings',
  'shortcuts.restored': 'settings',
  'reasons.made': 'settings',
  'reasons.changed': 'settings',
  'reasons.archived': 'settings',
  'reasons.restored': 'settings',
  'calendars.changed': 'settings',
  'journal.exported': 'settings',
  'billing.plan-changed': 'billing',
  'billing.sales-requested': 'billing',
  'api-keys.made': 'accounts',
  'api-keys.revoked': 'accounts',
  'accounts.profile-changed': 'accounts',
  'accounts.email-changed': 'accounts',
  'accounts.password-changed': 'accounts',
  'accounts.password-reset': 'accounts',
  'accounts.erased': 'accounts',
  'sign-in': 'sign-ins',
  'sign-in.refused': 'sign-ins',
  'sign-out': 'sign-ins',
  'sessions.ended': 'sign-ins',
  /** A request that no screen of Comptoir makes: a forged one. */
  refused: 'refusals',
} as const satisfies Record<string, JournalGroup>
export type JournalAct = keyof typeof journalActs

// The keys of the table above, and no others.
export const journalActNames = Object.keys(journalActs) as [JournalAct, ...JournalAct[]]

export const actsOfGroup = (group: JournalGroup): JournalAct[] =>
  journalActNames.filter((act) => journalActs[act] === group)

/** What acts are done to. */
export const journalTargetKinds = [
  'agent',
  'invitation',
  'role',
  'sub-account',
  'organisation',
  'channel',
  'questionnaire',
  'shortcut',
  'reason',
  'api-key',
  'letter',
  'conversation',
] as const
export type JournalTargetKind = (typeof journalTargetKinds)[number]

/** What changes are told of, as the forms of the console name it. Never a secret, never what was said to visitors. */
export const journalFields = [
  'firstName',
  'lastName',
  'name',
  'shownName',
  'email',
  'description',
  'photo',
  'role',
  'customRole',
  'subAccount',
  'permissions',
  'modules',
  'reach',
  'languages',
  'conversationLimit',
  'questionnaires',
  'versionNumber',
  'active',
  'activeOnArrival',
  'expiresAt',
  'locale',
  'sites',
  'colour',
  'position',
  'titles',
  'greetings',
  'awayTexts',
  'hours',
  'closedDays',
  'whenNobody',
  'ratingQuestions',
  'asksRating',
  'routing',
  'offerSeconds',
  'model',
  'archived',
  'heir',
  'plan',
  'seats',
  'price',
  'browsers',
  'key',
  'texts',
  'place',
  'placeDetail',
  'minutes',
  'everyMinutes',
  'beforeMinutes',
  'afterMinutes',
  'noticeMinutes',
  'aheadDays',
  'reminders',
  'takers',
  'visitorsChoose',
  'zone',
  'holidays',
  'outsideCalendar',
  'opening',
  'absence',
] as const
export type JournalField = (typeof journalFields)[number]

/** Names rather than ids: an entry is still read when what it names is long gone. Times as RFC 3339. */
export type JournalValue = string | number | boolean | null | readonly string[]
export type JournalChanges = Partial<Record<JournalField, JournalValue>>
