export { revokeInvitationsOf } from './revoke-invitation.ts'
