import type { Platform } from '#server/platform/platform.ts'
import { listAgents, nameForVisitors } from '../agents/index.ts'
import type { HandlersOf } from '../callers.ts'
import type { ChannelsByKey } from '../channels/index.ts'
import { organisationName } from '../organisations/index.ts'
import { isPublished } from '../questionnaires/index.ts'
import { greetingOf } from './greeting.ts'
import { mayAnswer } from './who-answers.ts'

export const visitorHandlers = (
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  channelOf: ChannelsByKey,
): HandlersOf<'GET /widget/:channelKey/greeting'> => ({
  'GET /widget/:channelKey/greeting': async ({ params, query, knock }) => {
    const { organisationId, channel } = await channelOf(knock, params.channelKey)
    return database.transaction(organisationId, async (tx) => {
      const now = clock.now()
      const team = (await listAgents(tx)).filter((agent) => mayAnswer(agent, channel, now))
      return greetingOf({
        organisationName: await organisationName(tx),
        channel,
        asks: channel.questionnaireId !== null && (await isPublished(tx, channel.questionnaireId)),
        team: team.map((agent) => ({ id: agent.id, name: nameForVisitors(agent), photoId: agent.photoId })),
        wanted: query.languages.split(','),
        now,
      })
    })
  },
})
