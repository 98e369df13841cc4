import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Draft } from '#contract/drafts.ts'
import type { Flow } from '#contract/flow/flow.ts'
import type { OrganisationId, QuestionnaireId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'
import { beginHistory, type History, record, redo, undo } from '../flow/history.ts'
import { createDraftSaver, type DraftSaver, type SavingState } from './draft-saver.ts'

export interface DraftFlow {
  flow: Flow
  edit(change: (flow: Flow) => Flow, of?: string): void
  undo(): void
  redo(): void
  canUndo: boolean
  canRedo: boolean
  saver: DraftSaver
  saving: SavingState
  /** Shows what the server has. What stood here can be taken back, and is then saved over it. */
  take(draft: Draft): void
}

interface Where {
  organisationId: OrganisationId
  questionnaireId: QuestionnaireId
}

/** The flow in hand with its history, saved by itself; `heard` is the draft as last read from the server. */
export function useDraftFlow(where: Where, heard: Draft, onTheirs: (draft: Draft) => void): DraftFlow {
  const [saver] = useState(() =>
    createDraftSaver({
      draft: heard,
      send: (flow, version) =>
        api.call('PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft', {
          params: where,
          body: { flow, version },
        }),
      fetch: () =>
        api.call('GET /organisations/:organisationId/questionnaires/:questionnaireId/draft', { params: where }),
    }),
  )
  const [history, setHistory] = useState<History<Flow>>(() => beginHistory<Flow>(heard.flow))
  const saving = useSyncExternalStore(saver.subscribe, saver.state)
  const { present } = history

  useEffect(() => saver.change(present), [saver, present])
  useEffect(() => saver.stop, [saver])

  const take = (draft: Draft) => {
    saver.adopt(draft)
    setHistory((known) => record(known, draft.flow, null, Date.now()))
  }
  const say = useRef(onTheirs)
  useEffect(() => {
    say.current = onTheirs
  })
  useEffect(() => {
    const theirs = saver.heard(heard)
    if (!theirs) return
    saver.adopt(theirs)
    setHistory((known) => record(known, theirs.flow, null, Date.now()))
    say.current(theirs)
  }, [heard, saver])

  return {
    flow: present,
    edit: (change, of) => setHistory((known) => record(known, change(known.present), of ?? null, Date.now())),
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    saver,
    saving,
    take,
  }
}
