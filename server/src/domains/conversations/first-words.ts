import type { ChannelId, ConversationId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Visitor } from '../visitors/index.ts'

/** Where a visitor's first words go, when something was asked before them. */
export interface Led {
  subAccountId: SubAccountId
  questionnaireId: QuestionnaireId | null
  language: string
  /** As they are named by what they answered. */
  visitor: Visitor
  /** Told of the conversation once it is there. */
  begun(id: ConversationId): Promise<void>
}

/**
 * Asked of a later room before a visitor's first words are taken; null: they go where the channel says.
 *
 * @refuses answers.to-be-given
 */
export type LeadFirstWords = (
  tx: OrganisationTransaction,
  first: { visitor: Visitor; channelId: ChannelId; language: string; now: Date },
) => Promise<Led | null>
