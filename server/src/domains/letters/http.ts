import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { letterWords } from '#words/letters.ts'
import { authorise } from '../access/index.ts'
import type { HandlersOf } from '../callers.ts'
import { textOf } from './letter.ts'
import { forAgent } from './present.ts'
import { type HoldActor, retryLetter } from './retry-letter.ts'
import { findLetter, listLetters } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/letters'
  | 'GET /organisations/:organisationId/letters/:letterId'
  | 'POST /organisations/:organisationId/letters/:letterId/delivery'

export function letterHandlers(needs: Platform & { holdActor: HoldActor }): HandlersOf<Doors> {
  const { database, mailer } = needs

  return {
    'GET /organisations/:organisationId/letters': async ({ caller }) => {
      authorise(caller, 'letters.read', null)
      const letters = await database.transaction(caller.organisationId, listLetters)
      return { letters: letters.map(forAgent), smtp: mailer !== null }
    },

    'GET /organisations/:organisationId/letters/:letterId': async ({ caller, params, knock }) => {
      authorise(caller, 'letters.read', null)
      const letter = await database.transaction(caller.organisationId, (tx) => findLetter(tx, params.letterId))
      if (!letter) throw refusal('request.not-found')
      const words = letterWords(knock.locale)
      if (letter.confidential) return { ...forAgent(letter), text: words.notHere }
      // With a mail server the link is the mailbox's alone: following it proves who reads it. Invitations have another to hand on.
      const link = mailer ? null : letter.link
      return { ...forAgent(letter), text: textOf(letter, link ?? words.linkGone) }
    },

    'POST /organisations/:organisationId/letters/:letterId/delivery': async ({ caller, params }) =>
      forAgent(await retryLetter(caller, params.letterId, needs)),
  }
}
