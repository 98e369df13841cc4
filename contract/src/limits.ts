// Free of the validator, so that widget and console may import it.

/**
 * Those the widget knows too: it carries them whole, so only what it asks for stands here. Lengths in UTF-16 code units unless the
 * name says otherwise.
 */
export const visitorLimits = {
  nameLength: 80,
  emailLength: 254,
  descriptionLength: 500,
  messageLength: 8_000,
  urlLength: 2_000,
  pageTitleLength: 300,
  appointmentWordsLength: 2_000,
  phoneLength: 40,
  /** Files arrive in pieces of exactly this many bytes; the last is what is left. */
  filePieceBytes: 512 * 1024,
  fileNameLength: 200,
  filesPerMessage: 10,
  /** Told at once by the widget, and kept by it until then. */
  pagesPerTelling: 20,
  ratingWordLength: 1_000,
} as const

/** Lengths in UTF-16 code units unless the name says otherwise. */
export const limits = {
  ...visitorLimits,
  /** NIST SP 800-63B-4, single factor. */
  passwordMinLength: 15,
  passwordMaxLength: 256,
  mentionsPerNote: 20,
  siteLength: 255,
  /** Of one person in one organisation, expired ones included. */
  apiKeysPerAgent: 50,
  /** `ck_` and 256 bits in base64url. */
  apiKeyLength: 46,
  sitesPerChannel: 50,
  offerSecondsMin: 15,
  offerSecondsMax: 600,
  offerSecondsDefault: 60,
  channelTextLength: 300,
  /** Archived ones too. */
  channelsPerOrganisation: 500,
  languagesPerChannel: 20,
  intervalsPerDay: 8,
  closedDaysPerChannel: 200,
  /** What a browser says it wants. */
  wantedLanguagesLength: 300,
  /** How far from the edges of a page its widget may stand. */
  widgetDistancePx: 200,
  emailsPerInvitation: 50,
  languagesPerAgent: 50,
  questionnairesPerAgent: 200,
  conversationsPerAgent: 1_000,
  rolesPerOrganisation: 50,
  /** In use at once. A console follows a stream of each: below `streamsPerAttachment`. */
  subAccountsPerOrganisation: 100,
  /** On offer at once. */
  questionnairesPerOrganisation: 500,
  /** Filled by an organisation's own questions. */
  ownFieldsPerVisitor: 100,
  shortcutKeyLength: 40,
  shortcutTextLength: 4_000,
  languagesPerShortcut: 20,
  /** In use at once, of one agent, of one sub-account, of the organisation itself. */
  shortcutsPerOwner: 300,
  /** In use at once, of one sub-account. */
  reasonsPerSubAccount: 100,
  reasonMinutesMin: 5,
  reasonMinutesMax: 720,
  bufferMinutesMax: 240,
  noticeMinutesMax: 43_200,
  aheadDaysMax: 365,
  remindersPerReason: 3,
  takersPerReason: 200,
  placeDetailLength: 500,
  /** Of an agent, absences too; past ones are no longer counted. */
  openingsPerAgent: 300,
  openingMinutesMax: 1_440,
  absenceMinutesMax: 527_040,
  /** RFC 5545, without times of day. */
  ruleLength: 200,
  outsideCalendarBytes: 2 * 1024 * 1024,
  /** Booked by one visitor and not yet begun, over the organisation. */
  bookingsPerVisitor: 5,
  /** Looked at or searched in at once. */
  calendarDays: 62,
  appointmentsPerReassignment: 500,
  /** Things that keep somebody from being removed, told by name. */
  heldListed: 50,
  /** Of one file of shortcuts. */
  shortcutsImportBytes: 2 * 1024 * 1024,
  seatsPerOrganisation: 100_000,
  salesMessageLength: 4_000,
  /** The longest IANA names have some thirty characters. */
  timeZoneLength: 64,
  pushEndpointLength: 1_000,
  /** Browsers of one person in one organisation that are pushed to. */
  pushSubscriptionsPerAgent: 20,
  photoBytes: 10 * 1024 * 1024,
  /** Of a photo as uploaded, either side. */
  photoPixels: 12_000,
  /** Of one file. */
  fileBytes: 25 * 1024 * 1024,
  /** What one visitor, one address strangers come from, and one agent may send in 24 hours. */
  fileBytesPerVisitorDay: 200 * 1024 * 1024,
  fileBytesPerAddressDay: 1024 * 1024 * 1024,
  fileBytesPerAgentDay: 5 * 1024 * 1024 * 1024,
  /** Messages with files in a page of a conversation's files. */
  messagesPerFilesPage: 20,
  /** A JSON body over HTTP. */
  bodyBytes: 128 * 1024,
  /** One socket frame from a client. */
  frameBytes: 16 * 1024,
  messagesPerPage: 50,
  searchLength: 200,
  foundPerPage: 20,
  /** Of one visitor, the newest. */
  pagesPerConversation: 200,
  earlierTalksShown: 20,
  /** Letters with a conversation's words in 24 hours: of one conversation, and to one address. */
  transcriptsPerConversationDay: 5,
  transcriptsPerAddressDay: 5,
  /** The newest messages of a talk that a letter carries, and how long they may be in all. */
  messagesPerTranscript: 500,
  transcriptLength: 200_000,
  sameAddressShown: 10,
  conversationsPerPage: 50,
  journalEntriesPerPage: 50,
  /** Waiting and open conversations in one inbox snapshot, of each; beyond it the list says there are more. */
  conversationsInSnapshot: 2_000,
  streamsPerAttachment: 200,
  /** More events than this behind: a snapshot is cheaper. */
  eventsPerReplay: 1_000,
} as const

/** Durations in milliseconds. */
export const times = {
  /** So long an agent rewrites or takes back what they said or noted. */
  wordsChangeableMs: 24 * 60 * 60 * 1000,
  /** So long after a closing its visitor may rate what came before … */
  rateableMs: 7 * 24 * 60 * 60 * 1000,
  /** … and so long after they did, rate it otherwise. */
  ratingChangeableMs: 24 * 60 * 60 * 1000,
  /** A transcript that could not leave by then never does. */
  transcriptUsefulMs: 7 * 24 * 60 * 60 * 1000,
  heartbeatMs: 15_000,
  /** No frame for this long: the client connects again. */
  silenceMs: 30_000,
  ticketLifetimeMs: 30_000,
  pollWaitMs: 25_000,
  /** A typing sign shows for this long unless renewed. */
  typingMs: 6_000,
  typingRenewalMs: 3_000,
  /** That somebody looks at a conversation is believed for this long unless renewed. */
  lookingMs: 45_000,
  lookingRenewalMs: 20_000,
  /** No console open for so long: what an agent took and never answered goes back to the queue. */
  goneAfterMs: 3 * 60 * 1000,
  invitationLifetimeMs: 7 * 24 * 60 * 60 * 1000,
  passwordResetLifetimeMs: 60 * 60 * 1000,
  /** Of the link that somebody who was added with a password chooses their own by. */
  confirmationLifetimeMs: 7 * 24 * 60 * 60 * 1000,
  emailChangeLifetimeMs: 24 * 60 * 60 * 1000,
  /** So long the old mailbox can take a change of address back. */
  emailObjectionLifetimeMs: 7 * 24 * 60 * 60 * 1000,
  signUpLifetimeMs: 24 * 60 * 60 * 1000,
  sessionLifetimeMs: 30 * 24 * 60 * 60 * 1000,
  /** A session that was not to be remembered ends this long after its last use. */
  briefSessionLifetimeMs: 12 * 60 * 60 * 1000,
  /** A removed agent can be brought back for so long. */
  restorableForMs: 30 * 24 * 60 * 60 * 1000,
  /** A removed shortcut can be brought back for so long. */
  shortcutRestorableForMs: 24 * 60 * 60 * 1000,
  /** What went with no message is thrown away so long after its beginning. */
  uploadLifetimeMs: 24 * 60 * 60 * 1000,
  /** No API key lives longer. */
  apiKeyLifetimeMs: 366 * 24 * 60 * 60 * 1000,
  dormantAfterMs: 30 * 24 * 60 * 60 * 1000,
} as const
