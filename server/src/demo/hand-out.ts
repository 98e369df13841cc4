import { changeChannelRouting } from '#server/domains/routing/change-channel-routing.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Stage } from './play-talk.ts'

/** In Brighton what waits is offered to whoever has least to do; in Nantes everybody helps themselves. */
export async function handOut({ actors, channels }: Stage, needs: Platform): Promise<void> {
  const rule = { mode: 'least-busy', offerSeconds: 90, version: 0 } as const
  await changeChannelRouting(actors.helene, channels.brighton.id, rule, needs)
}
