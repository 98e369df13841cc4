import { useQuery } from '@tanstack/react-query'
import type { AgentForAgent } from '#contract/agents.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'

/** Whose entries can be asked for; nobody where the reader may not list people. */
export function usePeople(): readonly Pick<AgentForAgent, 'id' | 'name'>[] {
  const { organisationId, may } = useMe()
  const agents = useQuery({
    queryKey: settingsKey(organisationId, 'agents'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/agents', { params: { organisationId }, signal }),
    enabled: may.readAgents,
  })
  return agents.data?.agents ?? []
}
