import type { AskTranscript } from '#contract/closings.ts'
import { refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../../callers.ts'
import { findVisitor } from '../../visitors/index.ts'
import { lockByVisitor } from '../store.ts'
import { type TranscriptNeeds, writeTranscript } from './write-transcript.ts'

/**
 * A visitor asks for what was said, by letter. The address is for this letter alone: it does not become theirs.
 *
 * @refuses request.not-found | transcripts.nothing-said | transcripts.too-many
 */
export async function askTranscript(
  caller: VisitorCaller,
  { email, locale, zone }: AskTranscript,
  needs: TranscriptNeeds,
): Promise<void> {
  await needs.database.transaction(caller.organisationId, async (tx) => {
    const visitor = await findVisitor(tx, caller)
    const conversation = visitor && (await lockByVisitor(tx, visitor.id))
    if (!conversation) throw refusal('request.not-found')
    await writeTranscript(tx, conversation, { to: email, locale, zone, askedBy: null }, needs)
  })
}
