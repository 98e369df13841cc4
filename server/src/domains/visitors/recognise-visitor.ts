import { VisitorToken } from '#contract/visitors.ts'
import type { Knock } from '#server/platform/http/door.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import type { VisitorCaller } from '../callers.ts'
import type { ChannelsByKey } from '../channels/index.ts'

/** The browser that holds the secret in Authorization, on the channel of the path. It need not have spoken yet. */
export const recogniseVisitor =
  (channelOf: ChannelsByKey) =>
  async (knock: Knock, params: Record<string, string>): Promise<VisitorCaller> => {
    const { organisationId, channel } = await channelOf(knock, params.channelKey)
    const token = VisitorToken.safeParse(knock.credential('visitor'))
    if (!token.success) throw refusal('accounts.sign-in-required')
    const tokenHash = hashToken(token.data)
    return {
      organisationId,
      channelId: channel.id,
      subAccountId: channel.subAccountId,
      questionnaireId: channel.questionnaireId,
      mayWrite: channel.state === 'running',
      asksRating: channel.asksRating,
      tokenHash,
      limitKey: `visitor ${tokenHash.toString('base64url')}`,
    }
  }
