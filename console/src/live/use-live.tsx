import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { AgentState } from '#client/agent-state.ts'
import { socketPath } from '#contract/addresses.ts'
import { api } from './api.ts'
import { appointmentsKey } from './appointments-key.ts'
import { useSelected } from './cell.ts'
import { forgetOldDrafts } from './drafts.ts'
import type { KnownState } from './known-state.ts'
import { createLive, type Live } from './live.ts'
import type { OutgoingMessage } from './outgoing.ts'
import { meQuery, sessionQuery, useMe } from './session.ts'
import { settingsKey } from './settings-key.ts'

const LiveContext = createContext<Live | null>(null)

interface LiveProviderProps {
  /** The reader is nobody here any more, as far as the connection was told. */
  onEnded: (live: Live) => void
  onRefused: (message: OutgoingMessage) => void
  children: ReactNode
}

/** Connects the console to its organisation while it is on screen. Another membership needs another provider: give it a key. */
export function LiveProvider({ onEnded, onRefused, children }: LiveProviderProps) {
  const { organisationId, agentId } = useMe()
  const queryClient = useQueryClient()
  const latest = useRef({ onEnded, onRefused })
  useEffect(() => {
    latest.current = { onEnded, onRefused }
  })

  const [live] = useState(() => {
    const live: Live = createLive({
      organisationId,
      agentId,
      api,
      socketUrl: `${window.location.origin.replace(/^http/, 'ws')}${socketPath}`,
      onSettingsChanged(list) {
        void queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, list) })
        // Whoever comes or goes takes a seat or frees one.
        if (list === 'agents' || list === 'invitations')
          void queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'billing') })
        // The organisation's name stands in one's own membership.
        if (list === 'organisation') void queryClient.invalidateQueries({ queryKey: meQuery(organisationId).queryKey })
      },
      onAppointmentsChanged: () => void queryClient.invalidateQueries({ queryKey: appointmentsKey(organisationId) }),
      onMembershipsChanged: () => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      onAccessChanged: () => void queryClient.invalidateQueries(),
      onSelfChanged: () => void queryClient.invalidateQueries({ queryKey: meQuery(organisationId).queryKey }),
      onEnded: () => latest.current.onEnded(live),
      onRefused: (message) => latest.current.onRefused(message),
    })
    return live
  })
  useEffect(() => live.start(), [live])
  useEffect(() => forgetOldDrafts(Date.now()), [])
  return <LiveContext value={live}>{children}</LiveContext>
}

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive needs a LiveProvider above it')
  return live
}

/** A part of what is known; `fallback` until anything is. See `useSelected` for what `select` may hand back. */
export function useKnown<Part>(select: (state: AgentState) => Part, fallback: Part): Part {
  return useSelected(useLive().known, (known: KnownState) => (known ? select(known) : fallback))
}
