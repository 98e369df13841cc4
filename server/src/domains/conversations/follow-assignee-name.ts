import { isDeepStrictEqual } from 'node:util'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type Agent, nameForVisitors } from '../agents/index.ts'
import { commitChange } from './commit-change.ts'
import { renameAssignee } from './conversation.ts'
import { lockOpenOf } from './store.ts'

/** An agent took another name or photo: the conversations they answer show it, on both sides. Closed ones keep the name of then. */
export const followAssigneeName =
  ({ events }: Pick<Platform, 'events'>) =>
  async (tx: OrganisationTransaction, agent: Agent): Promise<void> => {
    const { id, name, photoId } = agent
    const shownName = nameForVisitors(agent)
    for (const conversation of await lockOpenOf(tx, id))
      if (!isDeepStrictEqual(conversation.assignee, { id, name, shownName, photoId }))
        commitChange(tx, events, conversation, renameAssignee(conversation, { id, name, shownName, photoId }))
  }
