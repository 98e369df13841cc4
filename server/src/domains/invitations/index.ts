export { keepInvitations } from './keep-in-sub-accounts.ts'
export { scopeOf as invitationScope } from './policy.ts'
export { revokeInvitationsOf, revokeInvitationTo } from './revoke-invitation.ts'
export { listPending, setModulesOfInvited } from './store.ts'
