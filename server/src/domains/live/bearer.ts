import type {
  AgentId,
  ApiKeyId,
  ChannelId,
  ConversationId,
  OrganisationId,
  SessionId,
  UserId,
  VisitorId,
} from '#contract/ids.ts'

/** Who holds a ticket: enough to ask the database, at the handshake, whether they still may listen. */
export type Bearer =
  | {
      kind: 'agent'
      organisationId: OrganisationId
      agentId: AgentId
      userId: UserId
      /** Null: an API key listens. */
      sessionId: SessionId | null
      apiKeyId?: ApiKeyId
    }
  | {
      kind: 'visitor'
      organisationId: OrganisationId
      channelId: ChannelId
      channelKey: string
      visitorId: VisitorId
      conversationId: ConversationId
    }
