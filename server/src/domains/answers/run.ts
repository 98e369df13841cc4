import type { Flow } from '#contract/flow/flow.ts'
import type { Passed, Progress } from '#contract/flow/walk.ts'
import type { ConversationId, QuestionnaireId, RunId, VisitorId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'

/** One visitor's way through a published version. */
export interface Run {
  id: RunId
  visitorId: VisitorId
  questionnaireId: QuestionnaireId
  versionNumber: number
  /** The version's. */
  flow: Flow
  /** Grows by one with each answer and each step back. */
  revision: number
  progress: Progress & { passed: KeptPassed[] }
  /** What it led to; null: not, or not yet. */
  conversationId: ConversationId | null
}

/** With the names of files, which may be gone when they are read. */
export type KeptPassed = Passed & { fileNames?: readonly string[] }

/** Where whoever acts saw it stand. */
export interface Seen {
  runId: RunId | null
  revision: number
}

/**
 * Whether it still stands there: another tab may have answered, or begun anew. Who saw none may be about to begin, or act on one
 * that another tab has just begun and nobody has answered in.
 *
 * @refuses answers.moved-on
 */
export function refuseMovedOn(run: Pick<Run, 'id' | 'revision' | 'conversationId'>, seen: Seen): void {
  const isSame = seen.runId === null ? run.revision === 0 : seen.runId === run.id && seen.revision === run.revision
  if (!isSame || run.conversationId !== null) throw refusal('answers.moved-on')
}

/** Grown by one. */
export const moved = (run: Run, progress: Run['progress']): Run => ({ ...run, progress, revision: run.revision + 1 })
