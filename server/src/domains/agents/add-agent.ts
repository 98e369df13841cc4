import type { AddAgent } from '#contract/agents.ts'
import type { UserId } from '#contract/ids.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise } from '../access/index.ts'
import {
  choosePassword,
  createUser,
  findUserByEmail,
  holdProvenUser,
  tellMembershipsChanged,
  writeConfirmationLetter,
} from '../accounts/index.ts'
import { type SeatNeeds, takeSeats } from '../billing/index.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { organisationName } from '../organisations/index.ts'
import { agentInWords } from './access-in-words.ts'
import type { Agent } from './agent.ts'
import { joinOrganisation } from './join-organisation.ts'
import { asTarget, lockPeople } from './lock-person.ts'
import { readAccess, refuseForeignPlace } from './read-access.ts'
import { existsByEmail, findAgent } from './store.ts'

/** What later rooms do, in the same transaction, before somebody joins who was added: an open invitation of theirs makes way. */
export type OnAdded = (tx: OrganisationTransaction, email: string, by: Actor) => Promise<void>

type Needs = Pick<Platform, 'database' | 'events' | 'clock' | 'ids' | 'jobs' | 'publicUrl'> &
  SeatNeeds & { onAdded: OnAdded }

/**
 * Adds a person at once. Somebody new gets an account with the password that whoever adds them hands over, and a letter that
 * names where to sign in and never the password; nobody else trusts that account until its owner has followed the letter's
 * link. Somebody whose proven account exists joins with it: their password is their own, and no letter leaves. The
 * password is judged either way, so that nobody learns by it who has an account.
 *
 * @refuses access.refused | agents.above-you | agents.already-member | agents.unproven-account | billing.no-seat-left
 *   | accounts.password-too-short | accounts.password-too-common, and what `readAccess` refuses
 */
export async function addAgent(by: Actor, wish: AddAgent, needs: Needs): Promise<Agent> {
  const { database, events, clock } = needs
  authorise(by, 'agents.list', null)
  const organisation = await database.transaction(by.organisationId, organisationName)
  const passwordHash = await choosePassword(wish.password, {
    about: [wish.email, wish.firstName, wish.lastName, organisation],
    field: 'password',
  })

  return database.transaction(by.organisationId, async (tx) => {
    const actor = await lockPeople(tx, by)
    refuseForeignPlace(actor, wish)
    const access = await readAccess(tx, wish)
    authorise(actor, 'agents.grant', { agentId: null, ...access })
    if (await existsByEmail(tx, wish.email)) throw refusal('agents.already-member', { field: 'email' })
    await needs.onAdded(tx, wish.email, actor)
    await takeSeats(tx, 1, needs)

    const known = await findKnown(tx, wish.email)
    const { email, firstName, lastName, locale } = wish
    const account = { email, firstName, lastName, locale, passwordHash, emailIsProven: false }
    const userId = known ?? (await createUser(tx, account, needs))
    // Another organisation added them a moment ago.
    if (!userId) throw refusal('agents.unproven-account', { field: 'email' })
    const who = { firstName, lastName, shownName: wish.shownName || null, description: wish.description, email }
    const id = await joinOrganisation(
      tx,
      { userId, ...who, ...access, active: wish.active, lastSignInAt: null, isNews: known !== null },
      { events, clock, ids: needs.ids },
    )
    await tellMembershipsChanged(tx, userId, needs)
    if (known === null) await writeConfirmationLetter(tx, { userId, organisation, by: actor.name }, needs)

    const agent = await findAgent(tx, id)
    if (!agent) throw new Error('an agent that was just added is there')
    const after = changesBetween({}, await agentInWords(tx, agent)).after
    recordDeed(tx, actor, { act: 'agents.added', target: asTarget(agent), after }, needs)
    return agent
  })
}

/** The account of the address, when its owner has proven it. Null: there is none. */
async function findKnown(tx: OrganisationTransaction, email: string): Promise<UserId | null> {
  const proven = await holdProvenUser(tx, email)
  if (proven) return proven.id
  // Whoever typed the address elsewhere knows its password: only a link to the mailbox can tell them apart.
  if (await findUserByEmail(tx, email)) throw refusal('agents.unproven-account', { field: 'email' })
  return null
}
