import { createOutbox, type Entry } from '#client/outbox.ts'
import { Refused } from '#client/refused.ts'
import { cleanFileName } from '#client/uploads/file-name.ts'
import { sendFile } from '#client/uploads/send-file.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { GiveAnswer, QuestionnaireForVisitor, RunForVisitor, StandingForVisitor } from '#contract/answers.ts'
import type { AnswerProblem } from '#contract/flow/check-answer.ts'
import type { Answer, FormAnswer } from '#contract/flow/flow.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { BodyOf } from '#contract/routes.ts'
import { visitorsDoors } from '../../files/doors.ts'
import { remember } from '../../memory.ts'
import type { Asking } from '../keep-questions.ts'
import { pageAt } from '../page.ts'

type Body = BodyOf<'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId'>

/** Where the visitor stands, and what they wish. */
export interface Questioning {
  run(): RunForVisitor | null
  /** `loading` before the first answer of the server. */
  line(): 'loading' | 'failed' | 'fine'
  /** Whether it led to a conversation, which is known here before it is there. */
  hasLed(): boolean
  /** On its way. */
  sending(): Entry<Body> | null
  problem(): AnswerProblem | null
  /** What the visitor is to be told beside the question: a kind refusal, or that answers were dropped. */
  hint(): string | 'dropped' | null
  answer(answer: Answer): void
  /** Sends a file to answer with. `onProgress`: between 0 and 1. */
  upload(source: File, signal: AbortSignal, onProgress: (share: number) => void): Promise<MessageFile>
  /** The server's no in words; null: it was not asked. */
  whyNot(error: unknown): string | null
  /** Of a file that was sent from this page. */
  fileName(id: string): string
  back(stepId: string): Promise<void>
  beginAnew(): Promise<void>
  load(): Promise<void>
}

/** The visitor's way through the questionnaire, as the server tells it; an answer is kept until it has arrived. */
export function createQuestioning(asking: Asking): Questioning {
  const { api, channelKey, beKnown, greeting, wantMore, onThread, onChange } = asking
  const params = { channelKey }
  let state: QuestionnaireForVisitor | null = null
  let failed = false
  let problem: AnswerProblem | null = null
  let hint: string | null = null
  const givenUp = new Set<string>()
  const fileNames = new Map<string, string>()

  const read = () => {
    const { locale, language } = greeting()
    return { locale, language }
  }
  const at = () => ({ ...read(), runId: state?.run?.id ?? null, revision: state?.run?.revision ?? 0 })

  function see(next: QuestionnaireForVisitor) {
    // What was asked for first may be answered last.
    const isOlder = state?.run?.id != null && next.run?.id === state.run.id && next.run.revision < state.run.revision
    if (isOlder) return
    const hadThread = state?.thread != null
    state = next
    failed = false
    if (next.thread && !hadThread) onThread()
    if (next.run?.now.at === 'booking') wantMore()
    onChange()
  }

  async function load() {
    try {
      await beKnown()
      see(await api.call('GET /widget/:channelKey/questionnaire', { params, query: read() }))
    } catch {
      failed = state === null
      onChange()
    }
  }

  const outbox = createOutbox<Body, QuestionnaireForVisitor>({
    name: `comptoir-answers:${channelKey}`,
    async send({ id, body, triesInVain }, signal) {
      await beKnown()
      const sent = api.call('PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId', {
        params: { channelKey, clientAnswerId: id },
        body,
        signal,
        timeoutMs: 15_000,
        keepalive: triesInVain === 0,
      })
      // The outbox keeps why it was refused in words; the field is told the rule that was broken.
      sent.catch((error) => {
        problem = error instanceof Refused ? ((error.details.problem as AnswerProblem | undefined) ?? null) : null
      })
      return sent
    },
    onSent: see,
    onChange() {
      for (const { id, refused } of outbox.entries()) if (refused) void giveUp(id, refused.message)
      onChange()
    },
  })

  /** It is proposed where they are asked for it later. What agents note of them is not told, so that their own is kept here. */
  function keepEmail(now: StandingForVisitor, answer: Answer) {
    const isAddress = now.at === 'question' && now.asks.kind === 'email'
    const email = isAddress ? answer : (answer as FormAnswer | null)?.email
    if (email) remember(channelKey, 'email', `${email}`)
  }

  /** A no is told where the question stands, and the question asked again. */
  async function giveUp(id: string, message: string) {
    if (givenUp.has(id)) return
    givenUp.add(id)
    hint = problem ? null : message
    await outbox.discard(id)
    await load()
  }

  /** Steps back and anew are for a visitor who looks: told at once, or not taken. */
  async function wish(asked: Promise<QuestionnaireForVisitor>, told: string | null) {
    problem = null
    try {
      const next = await asked
      hint = told
      see(next)
    } catch (error) {
      hint = error instanceof Refused ? error.message : null
      await load()
    }
  }

  void load()
  const whenLooking = () => {
    if (!document.hidden) void load()
  }
  document.addEventListener('visibilitychange', whenLooking)
  addEventListener('online', () => outbox.wake())

  return {
    run: () => state?.run ?? null,
    line: () => (state ? 'fine' : failed ? 'failed' : 'loading'),
    hasLed: () => state?.thread != null,
    sending: () => outbox.entries().find(({ refused }) => !refused) ?? null,
    problem: () => problem,
    hint: () => hint,
    answer(answer) {
      const now = state?.run?.now
      if (!now || !('stepId' in now) || outbox.entries().length > 0) return
      problem = null
      hint = null
      keepEmail(now, answer)
      const body: GiveAnswer = {
        ...at(),
        stepId: now.stepId,
        answer,
        today: today(),
        page: pageAt(location, document.title),
      }
      void outbox.add('answers', body)
    },
    async upload(source, signal, onProgress) {
      await beKnown()
      const sent = await sendFile(
        {
          id: uuid7(),
          lane: 'answers',
          name: cleanFileName(source.name, 'file'),
          mediaType: source.type,
          sizeBytes: source.size,
          bytes: source,
          state: 'sending',
          sentBytes: 0,
          reason: null,
          file: null,
          isSent: false,
        },
        visitorsDoors(api, channelKey),
        { signal, onProgress: (bytes) => onProgress(bytes / source.size) },
      )
      fileNames.set(sent.id, sent.name)
      return sent
    },
    whyNot: (error) => (error instanceof Refused ? error.message : null),
    fileName: (id) => fileNames.get(id) ?? '…',
    back(stepId) {
      const dropped = (state?.run?.passed.filter(({ kind }) => kind === 'answer').at(-1)?.stepId ?? stepId) !== stepId
      const body = { ...at(), stepId }
      return wish(
        api.call('POST /widget/:channelKey/questionnaire/return', { params, body }),
        dropped ? 'dropped' : null,
      )
    },
    beginAnew: () => wish(api.call('POST /widget/:channelKey/questionnaire/beginning', { params, body: at() }), null),
    load,
  }
}

/** By the calendar where the visitor is: 2026-11-22. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
