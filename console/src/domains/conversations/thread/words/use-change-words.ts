import type { MessageForAgent } from '#contract/messages.ts'
import { api, refusalOf } from '../../../../live/api.ts'
import { useLive } from '../../../../live/use-live.tsx'

/** Rewrites a message, or takes it back. @returns why not, in a sentence; null: it is done */
export function useChangeWords({ conversationId, seq, version }: MessageForAgent) {
  const live = useLive()
  const params = { organisationId: live.organisationId, conversationId, seq }
  const change = async (work: Promise<Parameters<typeof live.showRewording>[0]>): Promise<string | null> =>
    (await refusalOf(work.then(live.showRewording)))?.message ?? null
  return {
    rewrite: (text: string) =>
      change(
        api.call('PUT /organisations/:organisationId/conversations/:conversationId/words/:seq', {
          params,
          body: { text, version },
        }),
      ),
    takeBack: () =>
      change(api.call('DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq', { params })),
  }
}
