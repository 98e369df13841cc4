import type { ConversationId } from '#contract/ids.ts'
import { makeCell } from '../../../live/cell.ts'

/** The conversation somebody has just opened or taken: its composer, or its head, is to have the focus once it is there. */
export const focusWish = makeCell<ConversationId | null>(null)

export const wishFocus = (id: ConversationId) => focusWish.write(id)

export const threadTitleId = 'thread-title'
export const composerId = 'composer'
