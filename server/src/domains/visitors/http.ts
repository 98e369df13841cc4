import type { Platform } from '#server/platform/platform.ts'
import { isPresent, listAgents, nameForVisitors } from '../agents/index.ts'
import type { HandlersOf } from '../callers.ts'
import type { ChannelsByKey } from '../channels/index.ts'
import { organisationName } from '../organisations/index.ts'

/** Faces in the widget's header; more would be a crowd. */
const mostOfTeam = 3

export const visitorHandlers = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  channelOf: ChannelsByKey,
): HandlersOf<'GET /widget/:channelKey/greeting'> => ({
  'GET /widget/:channelKey/greeting': async ({ params, query, knock }) => {
    const { organisationId, channel } = await channelOf(knock, params.channelKey)
    return database.transaction(organisationId, async (tx) => {
      const now = clock.now()
      const team = (await listAgents(tx)).filter(
        (agent) =>
          agent.active &&
          agent.availability === 'available' &&
          isPresent(agent, now) &&
          agent.modules.includes('conversations') &&
          (agent.subAccountId === null || agent.subAccountId === channel.subAccountId),
      )
      return {
        organisationName: await organisationName(tx),
        colour: channel.colour,
        ...channel.texts[query.locale],
        team: team
          .slice(0, mostOfTeam)
          .map((agent) => ({ id: agent.id, name: nameForVisitors(agent), photoId: agent.photoId })),
      }
    })
  },
})
