import type { Locale } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { SignedInUser } from '../callers.ts'
import { changesBetween } from '../journal/index.ts'
import { tellJournal } from './journal.ts'
import { tellProfileChanged } from './reactions.ts'
import { findUser, setProfile } from './store.ts'

/** Changes one's own name and language. Organisations' copies of the name follow by a job. */
export async function changeProfile(
  { userId, origin }: Pick<SignedInUser, 'userId' | 'origin'>,
  profile: { firstName: string; lastName: string; locale: Locale },
  needs: Pick<Platform, 'database' | 'jobs' | 'clock' | 'ids'>,
): Promise<void> {
  await needs.database.directory(async (tx) => {
    const earlier = await findUser(tx, userId)
    await setProfile(tx, userId, profile)
    await tellProfileChanged(tx, userId, needs)
    const changes = changesBetween(earlier ? namesOf(earlier) : {}, namesOf(profile))
    // The language of the interface is nobody else's.
    if (Object.keys(changes.after).length > 0)
      await tellJournal(tx, { act: 'accounts.profile-changed', person: { userId }, origin, ...changes }, needs)
  })
}

const namesOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => ({ firstName, lastName })
