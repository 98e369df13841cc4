import type { OrganisationId, SubAccountId } from '#contract/ids.ts'
import { choosePassword, createUser, findUserByEmail } from '#server/domains/accounts/index.ts'
import { findActor, joinOrganisation } from '#server/domains/agents/index.ts'
import { plansFrom, shippedPlans } from '#server/domains/billing/index.ts'
import { type Actor, nowhere } from '#server/domains/callers.ts'
import { changeChannel } from '#server/domains/channels/change-channel.ts'
import { type Channel, listChannels, makeChannel } from '#server/domains/channels/index.ts'
import { setUpOrganisation } from '#server/domains/set-up/set-up-organisation.ts'
import { insertSubAccount } from '#server/domains/sub-accounts/index.ts'
import { nameInTwo } from '../domains/accounts/user.ts'
import {
  type CastKey,
  cast,
  castKeys,
  openingOf,
  organisationName,
  passphrase,
  type ShopKey,
  shopKeys,
  shops,
  site,
} from './cast.ts'
import type { Needs, Stage } from './play-talk.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Sets the server up and brings everybody in, each on the day they joined. */
export async function makeOrganisation(needs: Needs): Promise<Stage> {
  const now = needs.clock.now().getTime()
  const onDay = (daysAgo: number): Needs => ({ ...needs, clock: { now: () => new Date(now - daysAgo * dayMs) } })

  const founding = onDay(cast.helene.joinedDaysAgo)
  const { organisationId } = await setUpOrganisation(
    {
      organisationName,
      subAccountName: shops.nantes.name,
      channelName: shops.nantes.channel,
      site,
      administrator: { ...nameInTwo(cast.helene.name), email: cast.helene.email, password: passphrase },
      locale: 'fr',
    },
    { ...founding, plans: plansFrom(shippedPlans, null) },
  )
  const nantes = await firstSubAccount(organisationId, needs)
  const brighton = await openBrighton(organisationId, onDay(cast.priya.joinedDaysAgo + 5))
  await hireEverybody(organisationId, { nantes, brighton }, onDay)
  const actors = await readActors(organisationId, needs)
  return { organisationId, actors, channels: await dressChannels(actors.helene, founding), reasons: null }
}

async function firstSubAccount(organisationId: OrganisationId, { database }: Needs): Promise<SubAccountId> {
  const [channel] = await database.transaction(organisationId, listChannels)
  if (!channel) throw new Error('the set-up makes a channel')
  return channel.subAccountId
}

async function openBrighton(organisationId: OrganisationId, needs: Needs): Promise<SubAccountId> {
  const id = needs.ids.subAccount()
  await needs.database.transaction(organisationId, async (tx) => {
    await insertSubAccount(tx, { id, name: shops.brighton.name, now: needs.clock.now() })
    await makeChannel(tx, { subAccountId: id, name: shops.brighton.channel, sites: [site] }, needs)
  })
  return id
}

async function hireEverybody(
  organisationId: OrganisationId,
  subAccounts: Record<ShopKey, SubAccountId>,
  onDay: (daysAgo: number) => Needs,
): Promise<void> {
  const about = [organisationName, ...castKeys.flatMap((key) => [cast[key].name, cast[key].email])]
  // One hash for all: making one takes its time, on purpose.
  const passwordHash = await choosePassword(passphrase, { about, field: 'password' })
  for (const key of castKeys.filter((key) => key !== 'helene')) {
    const { name, email, role, shop, languages, joinedDaysAgo } = cast[key]
    const needs = onDay(joinedDaysAgo)
    await needs.database.transaction(organisationId, async (tx) => {
      const locale = languages[0] === 'en' ? 'en' : 'fr'
      const userId = await createUser(
        tx,
        { email, ...nameInTwo(name), locale, passwordHash, emailIsProven: true },
        needs,
      )
      if (!userId) throw new Error(`${email} has an account in an empty database`)
      const subAccountId = shop && subAccounts[shop]
      const joining = { userId, ...nameInTwo(name), email, role, subAccountId, languages, active: true }
      await joinOrganisation(tx, joining, needs)
    })
  }
}

async function readActors(organisationId: OrganisationId, needs: Needs): Promise<Stage['actors']> {
  const read = async (key: CastKey): Promise<Actor> => {
    const user = await needs.database.directory((tx) => findUserByEmail(tx, cast[key].email))
    if (!user) throw new Error(`${cast[key].name} has no account`)
    // The acts of the demo are theirs; that they were here is told by it, not by these.
    const asIf = { userId: user.id, sessionId: null, origin: nowhere, limitKey: 'demo' }
    const actor = await findActor(asIf, organisationId, needs)
    if (!actor) throw new Error(`${cast[key].name} did not join`)
    return actor
  }
  const entries = await Promise.all(castKeys.map(async (key) => [key, await read(key)] as const))
  // One entry for each key.
  return Object.fromEntries(entries) as Stage['actors']
}

/** Each channel in its shop's colour and words. */
async function dressChannels(actor: Actor, needs: Needs): Promise<Stage['channels']> {
  const all = await needs.database.transaction(actor.organisationId, listChannels)
  const dress = async (key: ShopKey): Promise<Channel> => {
    const bare = all.find(({ name }) => name === shops[key].channel)
    if (!bare) throw new Error(`${shops[key].channel} was not made`)
    const { colour, texts, languages } = shops[key]
    const settings = { colour, texts, languages: [...languages], hours: openingOf(key) }
    return changeChannel(actor, bare.id, { ...settings, version: bare.version }, needs)
  }
  const entries = await Promise.all(shopKeys.map(async (key) => [key, await dress(key)] as const))
  // One entry for each key.
  return Object.fromEntries(entries) as Stage['channels']
}
