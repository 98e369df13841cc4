import type { ReasonId } from '#contract/ids.ts'
import { dayMs } from '#contract/wall-clock.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { hashToken } from '#server/platform/secrets.ts'
import { may } from '../../access/index.ts'
import { actorOf, findAgent } from '../../agents/index.ts'
import { organisationName } from '../../organisations/index.ts'
import type { Appointment } from '../booking/appointment.ts'
import { uidOf } from '../booking/letter.ts'
import { listStanding } from '../booking/store.ts'
import { addressOf, type TellingNeeds } from '../booking/tell.ts'
import { feedFile } from '../calendar-file.ts'
import { listReasons } from '../reasons/index.ts'
import { findByFeed } from './store.ts'

/** How far back and ahead calendars outside are told. */
const backMs = 31 * dayMs
const aheadMs = 400 * dayMs

/**
 * The appointments of whoever gave out this secret, as a calendar file: theirs alone, and only while they are here and the module is
 * theirs. A secret that opens nothing, any more or ever, is not found.
 *
 * @refuses request.not-found
 */
export async function readFeed(
  secret: string,
  needs: Pick<Platform, 'database' | 'clock'> & Pick<TellingNeeds, 'publicUrl' | 'mailFrom'>,
): Promise<string> {
  // The secret alone says whose organisation it is of.
  const found = await needs.database.asOwner((tx) => findByFeed(tx, hashToken(secret)))
  if (!found) throw refusal('request.not-found')
  const { organisationId, agentId } = found
  return needs.database.snapshot(organisationId, async (tx) => {
    const agent = await findAgent(tx, agentId)
    const scope = { agentId, subAccountId: agent?.subAccountId ?? null }
    if (!agent || !may(actorOf(agent, organisationId), 'appointments.read', scope)) throw refusal('request.not-found')
    const now = needs.clock.now().getTime()
    const window = { from: new Date(now - backMs), to: new Date(now + aheadMs) }
    return asFile(tx, await listStanding(tx, agentId, window), needs)
  })
}

async function asFile(
  tx: OrganisationTransaction,
  appointments: readonly Appointment[],
  { publicUrl, mailFrom }: Pick<TellingNeeds, 'publicUrl' | 'mailFrom'>,
): Promise<string> {
  const organisation = await organisationName(tx)
  const names = new Map<ReasonId, string>((await listReasons(tx)).map(({ id, name }) => [id, name]))
  return feedFile(
    organisation,
    appointments.map((appointment) => ({
      uid: uidOf(appointment, publicUrl.hostname),
      sequence: appointment.sequence,
      from: appointment.startsAt,
      to: appointment.endsAt,
      changedAt: appointment.changedAt,
      title: [names.get(appointment.reasonId), appointment.name].filter(Boolean).join(' · '),
      description: [appointment.phone, appointment.email, appointment.words].filter(Boolean).join('\n'),
      location: appointment.place === 'phone' ? appointment.phone : appointment.placeDetail,
      // That of the visitor's letter moves and cancels in the visitor's name.
      link: null,
      organiser: { name: organisation, email: addressOf(mailFrom) },
      cancelled: false,
    })),
  )
}
