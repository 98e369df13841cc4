import type { Draft as DraftForAgent, PublishedVersion as VersionForAgent } from '#contract/drafts.ts'
import { problemsOf, type Surroundings } from '#contract/flow/problems.ts'
import type { AgentId } from '#contract/ids.ts'
import type { Agent } from '../agents/index.ts'
import { type Draft, differs, type PublishedVersion } from './draft.ts'
import type { ReasonToBook } from './reasons-to-book.ts'

export const draftForAgent = (
  draft: Draft,
  beside: {
    published: PublishedVersion | undefined
    around: Surroundings & { reasons: readonly ReasonToBook[] }
    agents: readonly Agent[]
    mayChange: boolean
  },
): DraftForAgent => {
  const { published, around, agents, mayChange } = beside
  return {
    flow: draft.flow,
    version: draft.version,
    savedAt: draft.saved?.at.toISOString() ?? null,
    savedBy: nameOf(draft.saved?.by ?? null, agents),
    problems: problemsOf(draft.flow, around),
    languages: [...around.languages],
    reasons: around.reasons.map(({ id, name }) => ({ id, name })),
    published: published
      ? {
          number: published.number,
          at: published.publishedAt.toISOString(),
          by: nameOf(published.publishedBy, agents),
        }
      : null,
    differs: differs(draft, published),
    may: { change: mayChange },
  }
}

export const versionForAgent = (version: PublishedVersion, agents: readonly Agent[]): VersionForAgent => ({
  number: version.number,
  publishedAt: version.publishedAt.toISOString(),
  publishedBy: nameOf(version.publishedBy, agents),
  steps: version.flow.steps.length,
})

const nameOf = (id: AgentId | null, agents: readonly Agent[]): string | null =>
  agents.find((agent) => agent.id === id)?.name ?? null
