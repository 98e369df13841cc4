import type { NewEvent } from '#server/platform/events/events.ts'
import { settingsChanged } from '../settings-changed.ts'

/** A letter got on: in the outbox, and in the row of the invitation it carries. */
export const letterChanged = (): NewEvent[] => [settingsChanged('letters'), settingsChanged('invitations')]
