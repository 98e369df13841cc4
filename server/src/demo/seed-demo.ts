import { isSetUpNeeded } from '#server/domains/set-up/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { bookInTalk } from './appointments/book-in-talk.ts'
import { makeAppointments } from './appointments/make-appointments.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { planCases } from './cases/cases.ts'
import { castIn } from './demo-logins.ts'
import { makeOrganisation } from './make-organisation.ts'
import { type PlannedTalk, planTalks } from './plan-talks.ts'
import { playTalk, type Stage } from './play-talk.ts'
import { setUpAccess } from './set-up-access.ts'
import { setUpChannels } from './set-up-channels.ts'
import { writeQuestionnaires } from './write-questionnaires.ts'

/** Talks held side by side: commits of several share one write to the disk. */
const atOnce = 6

/**
 * Fills an empty database with a lively organisation, through the use cases, so that numbers, events and cards are those of
 * real work. Words and times are the same at each run, counted back from the present; ids and secrets are not. A database
 * that is set up stays as it is.
 */
export async function seedDemo(needs: Platform, say: (line: string) => void): Promise<void> {
  if (!(await isSetUpNeeded(needs))) {
    const isDemo = (await castIn(needs)).length > 0
    say(isDemo ? 'The demo is there already.' : 'There is an organisation already: opening it, without making a demo.')
    return
  }
  const startedAt = performance.now()
  const now = needs.clock.now()
  const [talks, cases] = [planTalks(now), planCases(now)]
  say(`Making the demo: eight people, ${talks.length + cases.length} conversations …`)
  const stage = await makeOrganisation(needs)
  await holdTalks(talks, stage, needs, say)
  // Before anybody is deactivated: with her, too, something was booked.
  const reasons = await makeAppointments(stage, needs)
  await bringUpToDate(stage.actors, needs)
  const [orders, workshops, unfinished] = await writeQuestionnaires(stage.actors, reasons, needs)
  await setUpAccess(stage.actors, [orders, workshops, unfinished], needs)
  await setUpChannels(stage, { orders, workshops }, needs)
  // One after the other: whoever answers questions is led by who is there just then.
  for (const one of cases) {
    const conversation = await playTalk(one, { ...stage, reasons }, needs)
    if (one.books) await bookInTalk(one.books, conversation, { stage, reasons, needs })
  }
  await needs.events.settle()
  say(`Made in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
}

async function holdTalks(talks: PlannedTalk[], stage: Stage, needs: Platform, say: (line: string) => void) {
  const left = [...talks].sort((one, other) => startOf(one) - startOf(other))
  const quarter = Math.ceil(talks.length / 4)
  let held = 0
  const hold = async (): Promise<void> => {
    for (let talk = left.shift(); talk; talk = left.shift()) {
      await playTalk(talk, stage, needs)
      held += 1
      if (held % quarter === 0) say(`  ${held} of ${talks.length} conversations`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, hold))
}

const startOf = ({ steps }: PlannedTalk): number => steps[0]?.at ?? 0
