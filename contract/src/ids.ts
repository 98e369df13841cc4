import * as z from 'zod'

/** An id as it crosses the wire: a UUID, lower-cased. Ids are made by the application (version 7), never by the database. */
const id = <Name extends string>() => z.uuid().toLowerCase().brand<Name>()

export const OrganisationId = id<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>
export const SubAccountId = id<'SubAccountId'>()
export type SubAccountId = z.infer<typeof SubAccountId>
export const UserId = id<'UserId'>()
export type UserId = z.infer<typeof UserId>
export const SessionId = id<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>
export const AgentId = id<'AgentId'>()
export type AgentId = z.infer<typeof AgentId>
export const InvitationId = id<'InvitationId'>()
export type InvitationId = z.infer<typeof InvitationId>
export const LetterId = id<'LetterId'>()
export type LetterId = z.infer<typeof LetterId>
export const ChannelId = id<'ChannelId'>()
export type ChannelId = z.infer<typeof ChannelId>
export const VisitorId = id<'VisitorId'>()
export type VisitorId = z.infer<typeof VisitorId>
export const ConversationId = id<'ConversationId'>()
export type ConversationId = z.infer<typeof ConversationId>
export const MessageId = id<'MessageId'>()
export type MessageId = z.infer<typeof MessageId>
/** Made by the author's device, once per message, for ever: what makes sending twice one message. */
export const ClientMessageId = id<'ClientMessageId'>()
export type ClientMessageId = z.infer<typeof ClientMessageId>
export const FileId = id<'FileId'>()
export type FileId = z.infer<typeof FileId>
/** Made by the author's device, once per file: what makes beginning twice one file. */
export const ClientFileId = id<'ClientFileId'>()
export type ClientFileId = z.infer<typeof ClientFileId>
export const RoleId = id<'RoleId'>()
export type RoleId = z.infer<typeof RoleId>
export const QuestionnaireId = id<'QuestionnaireId'>()
export type QuestionnaireId = z.infer<typeof QuestionnaireId>
/** One visitor's way through a questionnaire. */
export const RunId = id<'RunId'>()
export type RunId = z.infer<typeof RunId>
/** Made by the visitor's device, once per answer: what makes sending twice one answer. */
export const ClientAnswerId = id<'ClientAnswerId'>()
export type ClientAnswerId = z.infer<typeof ClientAnswerId>
export const ShortcutId = id<'ShortcutId'>()
export type ShortcutId = z.infer<typeof ShortcutId>
export const ReasonId = id<'ReasonId'>()
export type ReasonId = z.infer<typeof ReasonId>
export const OpeningId = id<'OpeningId'>()
export type OpeningId = z.infer<typeof OpeningId>
export const AppointmentId = id<'AppointmentId'>()
export type AppointmentId = z.infer<typeof AppointmentId>
/** Made by whoever books, once per appointment: what makes sending twice one booking. */
export const BookingId = id<'BookingId'>()
export type BookingId = z.infer<typeof BookingId>
export const SalesRequestId = id<'SalesRequestId'>()
export type SalesRequestId = z.infer<typeof SalesRequestId>
/** 128 random bits in the shape of a UUID: whoever knows it may see the photo. */
export const PhotoId = z.guid().toLowerCase().brand<'PhotoId'>()
export type PhotoId = z.infer<typeof PhotoId>
export const ApiKeyId = id<'ApiKeyId'>()
export type ApiKeyId = z.infer<typeof ApiKeyId>
export const PushSubscriptionId = id<'PushSubscriptionId'>()
export type PushSubscriptionId = z.infer<typeof PushSubscriptionId>
export const JournalEntryId = id<'JournalEntryId'>()
export type JournalEntryId = z.infer<typeof JournalEntryId>
