/** A channel outside its hours: for stories in which nobody is there. */
import type { House } from './house.ts'

/** From now on, and for a day at least, the first channel is closed. */
export async function closeForNow({ ada }: House): Promise<void> {
  const { params } = ada
  const { channels } = await ada.call('GET /organisations/:organisationId/channels', { params })
  const [channel] = channels
  if (!channel) throw new Error('the house has no channel')
  await ada.call('PUT /organisations/:organisationId/channels/:channelId', {
    params: { ...params, channelId: channel.id },
    body: { hours: { ...channel.hours, opens: 'by-hours', week: closedToday() }, version: channel.version },
  })
}

/** Open for an hour on the day after tomorrow alone, whatever the zone. */
const closedToday = () =>
  Array.from({ length: 7 }, (_, day) =>
    day === (new Date().getUTCDay() + 1) % 7 ? [{ fromMinute: 720, toMinute: 780 }] : [],
  )
