import { type Answer, type Flow, flowLimits, isQuestion, type Step, stepOf } from '#contract/flow/flow.ts'
import type { ClientAnswerId, ClientMessageId, FileId } from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { Page } from '#contract/visitors.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { Refusal } from '#server/platform/refusal.ts'
import type { VisitorCaller } from '../callers.ts'
import { beginConversation } from '../conversations/index.ts'
import { claimFiles } from '../files/index.ts'
import { fillFields, type Visitor, type VisitorFields } from '../visitors/index.ts'
import type { AnswerNeeds, HeldRun } from './hold-run.ts'
import type { Destination } from './outlook.ts'
import { inWords } from './present.ts'
import type { Run } from './run.ts'
import { saveRun } from './store.ts'

interface Ending extends HeldRun {
  caller: VisitorCaller
  /** Where they stand. */
  end: Step
  page: Page | null
  /** Of a form. */
  words: { clientAnswerId: ClientAnswerId; form: Answer } | null
}

/**
 * The conversation that a run leads to begins, in the transaction of the last answer: what was answered fills the visitor's fields,
 * files of answers and a form's message are their first words.
 */
export async function beginFromRun(
  tx: OrganisationTransaction,
  { caller, channel, visitor, run, outlook, end, page, words }: Ending,
  needs: AnswerNeeds,
): Promise<void> {
  const named = await fillFromRun(tx, visitor, run)
  const files = await filesOf(tx, caller, run)
  const text = messageOf(words?.form ?? null)
  const said = words ?? (files.length > 0 ? { clientAnswerId: needs.ids.event() as ClientAnswerId } : null)
  const conversation = await beginConversation(
    tx,
    {
      ...destination({ outlook }, end),
      visitor: named,
      channelId: channel.id,
      page,
      words:
        said && (text !== '' || files.length > 0)
          ? // The answer's id is the message's: one try, one message.
            { clientMessageId: said.clientAnswerId as string as ClientMessageId, text, files }
          : null,
    },
    needs,
  )
  if (!conversation) throw new Error('a visitor in the middle of a run has a conversation')
  await saveRun(tx, { ...run, conversationId: conversation.id }, needs.clock.now())
}

/** Where a conversation waits: where the end says, or at the channel's own. */
export const destination = ({ outlook }: Pick<HeldRun, 'outlook'>, end: Step): Destination =>
  end.kind === 'end' && end.to.kind === 'agent' ? outlook.destinationOf(end) : outlook.ofChannel

/** What was answered, as fields of the visitor; the later of two answers counts. */
export function fillFromRun(tx: OrganisationTransaction, visitor: Visitor, run: Run): Promise<Visitor> {
  return fillFields(tx, visitor, fieldsOf(run))
}

export function fieldsOf({ flow, progress }: Pick<Run, 'flow' | 'progress'>): Partial<VisitorFields> {
  const fields: { name?: string; email?: string; phone?: string; own: Record<string, string> } = { own: {} }
  for (const passed of progress.passed) {
    const step = stepOf(flow, passed.stepId)
    if (passed.kind !== 'answer' || !step) continue
    if (step.kind === 'end') Object.assign(fields, contactIn(passed.answer))
    else if (isQuestion(step) && step.keepAs) {
      const value = inWords(flow, passed, languageOf(flow))
      if (value === '') continue
      if (step.keepAs.field === 'own') fields.own[step.keepAs.name] = value.slice(0, flowLimits.answerLength)
      else fields[step.keepAs.field] = value
    }
  }
  return fields
}

/** Fields are for the team: options are kept as the flow's first language says them. */
const languageOf = ({ languages }: Flow): string => languages[0] ?? 'fr'

function contactIn(form: Answer): { name?: string; email?: string; phone?: string } {
  if (typeof form !== 'object' || form === null || Array.isArray(form)) return {}
  const { name, email, phone } = form
  return { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
}

const messageOf = (form: Answer): string =>
  typeof form === 'object' && form !== null && !Array.isArray(form) ? (form.message ?? '') : ''

/** Files of the answers. What waited too long to be sent is no longer there; its name still stands among the answers. */
async function filesOf(
  tx: OrganisationTransaction,
  caller: VisitorCaller,
  { flow, progress }: Run,
): Promise<MessageFile[]> {
  const ids = progress.passed.flatMap((passed) =>
    passed.kind === 'answer' && stepOf(flow, passed.stepId)?.kind === 'file' && Array.isArray(passed.answer)
      ? (passed.answer as FileId[])
      : [],
  )
  const files: MessageFile[] = []
  for (const id of new Set(ids)) {
    try {
      files.push(...(await claimFiles(tx, { kind: 'visitor', ...caller }, [id])))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return files
}
