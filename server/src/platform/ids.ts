import { randomFillSync } from 'node:crypto'
import type {
  AgentId,
  ApiKeyId,
  AppointmentId,
  ChannelId,
  ConversationId,
  FileId,
  InvitationId,
  JournalEntryId,
  LetterId,
  MessageId,
  OpeningId,
  OrganisationId,
  PhotoId,
  PushSubscriptionId,
  QuestionnaireId,
  ReasonId,
  RoleId,
  RunId,
  SalesRequestId,
  SessionId,
  ShortcutId,
  SubAccountId,
  UserId,
  VisitorId,
} from '#contract/ids.ts'

/** A UUID of version 7 (RFC 9562, 5.7): its first 48 bits are the time in milliseconds, so that new rows land side by side in an index. */
export function uuid7(nowMs = Date.now()): string {
  const bytes = randomly()
  bytes.writeUIntBE(nowMs, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return written(bytes)
}

/** 128 random bits, none of them given away: an address that cannot be guessed. */
const guid = (): string => written(randomly())

function written(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

// Asking the system for every sixteen bytes would cost more than all else here.
const entropy = Buffer.alloc(4096)
let used = entropy.length

function randomly(): Buffer {
  if (used === entropy.length) {
    randomFillSync(entropy)
    used = 0
  }
  used += 16
  return entropy.subarray(used - 16, used)
}

// The brand is the promise made here and nowhere else: a fresh id of that kind.
export const ids = {
  organisation: () => uuid7() as OrganisationId,
  subAccount: () => uuid7() as SubAccountId,
  user: () => uuid7() as UserId,
  session: () => uuid7() as SessionId,
  apiKey: () => uuid7() as ApiKeyId,
  agent: () => uuid7() as AgentId,
  invitation: () => uuid7() as InvitationId,
  letter: () => uuid7() as LetterId,
  channel: () => uuid7() as ChannelId,
  visitor: () => uuid7() as VisitorId,
  conversation: () => uuid7() as ConversationId,
  message: () => uuid7() as MessageId,
  role: () => uuid7() as RoleId,
  salesRequest: () => uuid7() as SalesRequestId,
  photo: () => guid() as PhotoId,
  file: () => uuid7() as FileId,
  questionnaire: () => uuid7() as QuestionnaireId,
  run: () => uuid7() as RunId,
  shortcut: () => uuid7() as ShortcutId,
  reason: () => uuid7() as ReasonId,
  opening: () => uuid7() as OpeningId,
  appointment: () => uuid7() as AppointmentId,
  journalEntry: () => uuid7() as JournalEntryId,
  pushSubscription: () => uuid7() as PushSubscriptionId,
  event: () => uuid7(),
}
export type Ids = typeof ids
