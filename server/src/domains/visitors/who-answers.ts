import { openingOf } from '#contract/opening.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { type Agent, isPresent, listAgents } from '../agents/index.ts'
import type { Channel } from '../channels/index.ts'

/** Whether somebody could be the face of a channel now. What a certain conversation asks for is another question. */
export const mayAnswer = (agent: Agent, { subAccountId }: Pick<Channel, 'subAccountId'>, now: Date): boolean =>
  agent.active &&
  agent.availability === 'available' &&
  isPresent(agent, now) &&
  agent.modules.includes('conversations') &&
  (agent.subAccountId === null || agent.subAccountId === subAccountId)

/** Whether a channel is open, with somebody there: what its greeting calls `answering`. */
export const isAnswering = async (
  tx: OrganisationTransaction,
  channel: Pick<Channel, 'subAccountId' | 'hours'>,
  now: Date,
): Promise<boolean> =>
  openingOf(channel.hours, now).open && (await listAgents(tx)).some((agent) => mayAnswer(agent, channel, now))
