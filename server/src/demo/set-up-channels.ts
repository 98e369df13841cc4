import type { QuestionnaireId } from '#contract/ids.ts'
import type { Actor } from '#server/domains/callers.ts'
import { changeChannel } from '#server/domains/channels/change-channel.ts'
import { pauseChannel } from '#server/domains/channels/change-state.ts'
import type { Channel } from '#server/domains/channels/index.ts'
import { addChannel } from '#server/domains/channels/make-channel.ts'
import { changeChannelRouting } from '#server/domains/routing/change-channel-routing.ts'
import type { Platform } from '#server/platform/platform.ts'
import { furtherChannels, shops, site } from './cast.ts'
import type { Stage } from './play-talk.ts'

/**
 * How each channel greets, opens and finds somebody: in Nantes everybody helps themselves, in Brighton what waits is offered to
 * whoever has least to do, and workshops go round.
 */
export async function setUpChannels(
  { actors, channels }: Stage,
  { orders, workshops }: { orders: QuestionnaireId; workshops: QuestionnaireId },
  needs: Platform,
): Promise<void> {
  const { camille, helene } = actors
  const { nantes, brighton } = channels
  await changeChannel(helene, nantes.id, { questionnaireId: orders, version: nantes.version }, needs)
  await changeChannelRouting(helene, brighton.id, { mode: 'least-busy', offerSeconds: 90, version: 0 }, needs)

  const saturdays = await makeChannel(camille, furtherChannels.workshops, needs)
  const greeting = { questionnaireId: workshops, whenNobody: 'questionnaire', hours: onSaturdays } as const
  await changeChannel(camille, saturdays.id, { ...greeting, sites: [site], version: saturdays.version }, needs)
  await changeChannelRouting(camille, saturdays.id, { mode: 'round-robin', offerSeconds: 45, version: 0 }, needs)

  const summer = await makeChannel(camille, furtherChannels.summer, needs)
  await pauseChannel(camille, summer.id, needs)
}

function makeChannel(manager: Actor, name: string, needs: Platform): Promise<Channel> {
  const { subAccountId } = manager
  if (!subAccountId) throw new Error('managers have one')
  return addChannel(manager, { kind: 'website', name, subAccountId, zone: shops.nantes.zone }, needs)
}

const onSaturdays = {
  opens: 'by-hours' as const,
  zone: shops.nantes.zone,
  week: Array.from({ length: 7 }, (_, day) => (day === 5 ? [{ fromMinute: 10 * 60, toMinute: 18 * 60 }] : [])),
  closedDays: [],
}
