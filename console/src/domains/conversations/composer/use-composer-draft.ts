import { useEffect, useRef, useState } from 'react'
import type { AgentId, ConversationId } from '#contract/ids.ts'
import { type Draft, readDraft, writeDraft } from '../../../live/drafts.ts'

/** A hand that types does not wait for the store; one that rests for so long finds everything kept. */
const restMs = 300

/** What stands in the composer, kept as it is typed. */
export function useComposerDraft(agentId: AgentId, id: ConversationId) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(agentId, id))
  const [isSaved, setSaved] = useState(false)
  const unsaved = useRef<Draft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = () => {
    clearTimeout(timer.current)
    if (unsaved.current === null) return
    setSaved(writeDraft(agentId, id, unsaved.current))
    unsaved.current = null
  }
  const saveNow = useRef(save)
  useEffect(() => {
    saveNow.current = save
  })
  useEffect(() => {
    const leave = () => saveNow.current()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [])

  const change = (next: Draft) => {
    setDraft(next)
    setSaved(false)
    unsaved.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => saveNow.current(), restMs)
  }
  return { draft, change, save, isSaved }
}
