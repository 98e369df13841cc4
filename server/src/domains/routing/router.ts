import type { OrganisationId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { organisationsDue } from '../conversations/index.ts'
import { concernsRouting } from './concerns-routing.ts'
import { routeWaiting } from './route-waiting.ts'
import { organisationsThatRoute } from './store.ts'

/** How often offers whose time is over are looked for. */
const dueEveryMs = 1_000
/** How often everything that waits is looked at, should the word of a change have been lost with its process. */
const sweepEveryMs = 15_000

export interface Router {
  /** Waits until everything heard of so far is decided. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/**
 * Keeps offers going: after each commit of this process that may matter, when an offer's time is over, and now and then in any case.
 * All it knows is in the database, so that a start after a kill goes on where it was.
 */
export function startRouting(needs: Platform): Router {
  const { database, events, clock, log } = needs
  const waiting = new Set<OrganisationId>()
  const running = new Map<OrganisationId, Promise<void>>()
  let routing: ReadonlySet<OrganisationId> | null = null
  let settingsHeard = 0
  let stopped = false

  function wake(organisationId: OrganisationId): void {
    if (stopped) return
    waiting.add(organisationId)
    if (!running.has(organisationId)) running.set(organisationId, run(organisationId))
  }

  async function run(organisationId: OrganisationId): Promise<void> {
    try {
      while (waiting.delete(organisationId)) await routeWaiting(organisationId, needs)
    } catch (error) {
      // What was not decided is found again by the next look.
      log.warn({ err: error }, 'routing: will try again')
    } finally {
      // In one breath with the last look at `waiting`: whoever wakes in between would be neither run nor waited for.
      running.delete(organisationId)
    }
  }

  async function wakeDue(): Promise<void> {
    for (const organisationId of await organisationsDue(database, clock.now())) wake(organisationId)
  }

  async function sweep(): Promise<void> {
    const before = settingsHeard
    const found = new Set(await organisationsThatRoute(database))
    // Settings that changed while they were read may be missing from what was found: then everybody is looked at.
    routing = before === settingsHeard ? found : null
    for (const organisationId of found) wake(organisationId)
  }

  const quietly = (look: () => Promise<void>) => () =>
    void look().catch((error) => log.warn({ err: error }, 'routing: will look again'))
  const timers = [setInterval(quietly(wakeDue), dueEveryMs), setInterval(quietly(sweep), sweepEveryMs)]
  for (const timer of timers) timer.unref()
  quietly(sweep)()

  const deafen = events.hearAll((organisationId, event) => {
    if (event.type === 'settings.changed') {
      routing = null
      settingsHeard += 1
    }
    // An organisation where everything is taken by hand costs nothing.
    if (routing && !routing.has(organisationId)) return
    if (concernsRouting(event)) wake(organisationId)
  })

  async function settle(): Promise<void> {
    while (running.size > 0) await Promise.all(running.values())
  }

  return {
    settle,
    async stop() {
      deafen()
      for (const timer of timers) clearInterval(timer)
      stopped = true
      await settle()
    },
  }
}
