import type { UserId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { Platform } from '#server/platform/platform.ts'
import { tellProfileChanged } from './reactions.ts'
import { setProfile } from './store.ts'

/** Changes one's own name and language. Organisations' copies of the name follow by a job. */
export async function changeProfile(
  userId: UserId,
  profile: { name: string; locale: Locale },
  { database, jobs }: Pick<Platform, 'database' | 'jobs'>,
): Promise<void> {
  await database.directory(async (tx) => {
    await setProfile(tx, userId, profile)
    await tellProfileChanged(tx, { userId, name: profile.name }, { jobs })
  })
}
