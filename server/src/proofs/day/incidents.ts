import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '#client/refused.ts'
import type { AgentId } from '#contract/ids.ts'
import type { Dice } from '../access/worlds/dice.ts'
import type { Wire } from '../delivery/rig/wire.ts'
import type { AgentAtWork } from './agent-at-work.ts'
import type { Ledger } from './ledger.ts'
import { graceMs } from './verdicts/seen-by-right.ts'

interface Around {
  ada: AgentAtWork
  /** Those to whom things happen. */
  colleagues: readonly AgentAtWork[]
  wires: readonly Wire[]
  dice: Dice
  ledger: Ledger
  /** Whether what is in the hands of whoever is removed goes to a colleague, or waits for anybody. */
  withHeir: boolean
}

/** So long somebody who was stopped stays so: long enough to be told of nothing. */
const stoppedMs = 2 * graceMs
const mostStopped = 4

class NobodyInherits extends Error {}

/** What an administrator changes of people. Each answers whether it was done. */
export function administer({ screen, agent }: AgentAtWork, ledger: Ledger) {
  const { organisationId } = agent

  /** What came of it: done, the server's no, nobody to inherit, or nobody answered. */
  async function attempt(what: string, act: () => Promise<unknown>): Promise<string> {
    const outcome = await act().then(
      () => 'done',
      (error) => {
        if (error instanceof NobodyInherits) return 'nobody inherits'
        return error instanceof Refused ? error.code : 'unreachable'
      },
    )
    ledger.count(`${what}: ${outcome}`)
    return outcome
  }

  const change = async (what: string, act: () => Promise<unknown>): Promise<boolean> =>
    (await attempt(what, act)) === 'done'

  /** Until somebody answers: one who is not there any more was removed by the try before, whose answer was lost. */
  async function insist(what: string, act: () => Promise<unknown>): Promise<boolean> {
    for (let isUnsure = false; ; isUnsure = true) {
      const outcome = await attempt(what, act)
      if (outcome !== 'unreachable') return outcome === 'done' || (isUnsure && outcome === 'request.not-found')
      await pause(200)
    }
  }

  return {
    setActive: (agentId: AgentId, active: boolean) =>
      change(active ? 'activate' : 'deactivate', () =>
        screen.api.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
          params: { organisationId, agentId },
          body: { active },
        }),
      ),

    /** For good, with everything in hand to somebody who could take it. Whether it was done. */
    removeWithHeir: (agentId: AgentId) =>
      insist('remove with heir', async () => {
        const params = { organisationId, agentId }
        const route = 'GET /organisations/:organisationId/agents/:agentId/holdings'
        const { holdings } = await screen.api.call(route, { params })
        const [inHand] = holdings
        const [heir] = inHand?.heirs ?? []
        if (!inHand || !heir) throw new NobodyInherits()
        await screen.api.call('DELETE /organisations/:organisationId/agents/:agentId', {
          params,
          body: { heirs: [{ kind: inHand.kind, agentId: heir.id }] },
        })
      }),

    /** The same, and what was in hand waits for anybody. */
    remove: (agentId: AgentId) =>
      insist('remove', () =>
        screen.api.call('DELETE /organisations/:organisationId/agents/:agentId', {
          params: { organisationId, agentId },
          body: { heirs: [] },
        }),
      ),

    /** Another limit, and English or no longer. */
    edit: (agentId: AgentId, conversationLimit: number) =>
      change('edit', async () => {
        const params = { organisationId, agentId }
        const row = await screen.api.call('GET /organisations/:organisationId/agents/:agentId', { params })
        const { role, customRoleId, subAccountId, modules, reach, questionnaireIds, ...rest } = row
        const { firstName, lastName, shownName, description, email, active, version } = rest
        const languages = row.languages.includes('en') ? ['fr'] : ['fr', 'en']
        await screen.api.call('PUT /organisations/:organisationId/agents/:agentId', {
          params,
          body: {
            ...{ role, customRoleId, subAccountId, modules, reach, questionnaireIds },
            ...{ firstName, lastName, shownName, description, email, active, version },
            ...{ languages, conversationLimit },
          },
        })
      }),
  }
}

/**
 * What a day brings: people are stopped and let talk again, get other limits and languages, one is removed for good, and lines break.
 * Until it is ended.
 */
export function beginIncidents({ ada, colleagues, wires, dice, ledger, withHeir }: Around): {
  end: () => Promise<void>
} {
  const { setActive, edit, remove, removeWithHeir } = administer(ada, ledger)
  const stopped = new Map<AgentId, number>()
  /** Who is being removed: nobody does anything else with them. */
  let leaving: AgentId | null = null
  let isOver = false
  const here = () => colleagues.filter(({ isRemoved }) => !isRemoved)

  async function people(): Promise<void> {
    while (!isOver) {
      await pause(400 + dice.int(800))
      for (const [agentId, since] of stopped)
        if (performance.now() - since > stoppedMs && (await setActive(agentId, true))) stopped.delete(agentId)
      const { agentId } = dice.pick(here()).agent
      if (stopped.has(agentId) || agentId === leaving) continue
      if (dice.chance(0.5)) await edit(agentId, dice.pick([1, 2, 3, 4, 6]))
      else if (stopped.size < mostStopped) {
        // Before it is done, so that nobody removes them meanwhile.
        stopped.set(agentId, performance.now())
        if (!(await setActive(agentId, false))) stopped.delete(agentId)
      }
    }
    for (const agentId of stopped.keys()) while (!(await setActive(agentId, true))) await pause(200)
  }

  /** Of those who are there, somebody: with heirs who has something in hand that a colleague could take. */
  async function goodbye(): Promise<void> {
    for (;;) {
      await pause(300 + dice.int(300))
      const one = dice.pick(here().filter(({ agent }) => !stopped.has(agent.agentId)))
      leaving = one.agent.agentId
      if (!(await (withHeir && !isOver ? removeWithHeir(leaving) : remove(leaving)))) continue
      ledger.count('removed')
      await one.end()
      return
    }
  }

  async function lines(): Promise<void> {
    while (!isOver) {
      await pause(500 + dice.int(1_500))
      const wire = dice.pick(wires)
      wire.isUp = dice.chance(0.7)
      wire.cut(dice.pick(['everything', 'sockets']))
      ledger.count('line cut')
      await pause(dice.int(400))
      wire.isUp = true
    }
  }

  const all = [people(), goodbye(), lines()]
  return {
    async end() {
      isOver = true
      await Promise.all(all)
    },
  }
}
