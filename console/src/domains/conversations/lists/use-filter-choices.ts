import { useMemo } from 'react'
import type { AgentState } from '#client/agent-state.ts'
import { useReadable } from '../../../live/cell.ts'
import { useShownSubAccount } from '../../../live/shown-sub-account.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { useReachesOthers } from '../use-lists.ts'
import { languageName } from '../visitor-name.ts'

interface Choice {
  id: string
  label: string
}

export type FilterChoices = Record<'channel' | 'agent' | 'language' | 'questionnaire', readonly Choice[]>

/** What one can filter by: what is in reach, within the sub-account chosen at the top right, by name. Nothing: not offered. */
export function useFilterChoices(): FilterChoices {
  const known = useReadable(useLive().known)
  const subAccountId = useShownSubAccount()?.id ?? null
  const reachesOthers = useReachesOthers()
  const { tag } = useSpeech()
  const { channels, colleagues, questionnaires, conversations } = known ?? nothing
  return useMemo(() => {
    const byName = (choices: readonly Choice[]) =>
      choices.toSorted((one, other) => one.label.localeCompare(other.label, tag))
    const here = <Thing extends { id: string; name: string; subAccountId: string }>(things: readonly Thing[]) =>
      things
        .filter((thing) => subAccountId === null || thing.subAccountId === subAccountId)
        .map(({ id, name }) => ({ id, label: name }))
    const spoken = new Set([...conversations.values()].map(({ language }) => language))
    return {
      channel: byName(here(channels)),
      agent: reachesOthers ? byName([...colleagues.values()].map(({ id, name }) => ({ id, label: name }))) : [],
      language: byName([...spoken].map((id) => ({ id, label: languageName(id, tag) }))),
      questionnaire: byName(here(questionnaires)),
    }
  }, [channels, colleagues, questionnaires, conversations, subAccountId, reachesOthers, tag])
}

const nothing: Pick<AgentState, 'channels' | 'colleagues' | 'questionnaires' | 'conversations'> = {
  channels: [],
  colleagues: new Map(),
  questionnaires: [],
  conversations: new Map(),
}
