export { endApiKeysOf } from './api-keys/end-api-keys.ts'
export { apiKeyStands, type KeyHolder, recogniseApiKey } from './api-keys/recognise.ts'
export { createUser } from './create-user.ts'
export { requestEmailChange } from './emails/request-email-change.ts'
export { listChangesAskedIn } from './emails/store.ts'
export { erase, eraseForsakenAccounts } from './erase-account.ts'
export { enqueueUnsentAccountLetters } from './letters/deliver-account-letter.ts'
export { countLetters } from './letters/store.ts'
export { writeAccountLetter } from './letters/write-account-letter.ts'
export { choosePassword } from './passwords/choose-password.ts'
export { writeConfirmationLetter } from './passwords/write-confirmation-letter.ts'
export {
  accountReactions,
  onMembershipsChanged,
  onProfileChanged,
  onSignedIn,
  tellMembershipsChanged,
} from './reactions.ts'
export { endSessionsOf } from './sessions/end-sessions.ts'
export { recogniseAnyone, recogniseUser, sessionStands } from './sessions/recognise.ts'
export { keepSignedIn, type StartedSession, startSession } from './sessions/start-session.ts'
export { signedIn } from './signed-in.ts'
export {
  findUser,
  findUserByEmail,
  holdProvenUser,
  holdUser,
  lockUser,
  setProvenPasswordHash,
} from './store.ts'
