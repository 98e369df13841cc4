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
}

/** So long somebody who was stopped stays so: long enough to be told of nothing. */
const stoppedMs = 2 * graceMs
const mostStopped = 4

/** What a day brings: people are stopped and let talk again, get other limits and languages, and lines break. Until it is ended. */
/** What an administrator changes of people. Each answers whether it was done. */
export function administer({ screen, agent }: AgentAtWork, ledger: Ledger) {
  const { organisationId } = agent

  async function change(what: string, act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act()
      ledger.count(`${what}: done`)
      return true
    } catch (error) {
      ledger.count(`${what}: ${error instanceof Refused ? error.code : 'unreachable'}`)
      return false
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

/** What a day brings: people are stopped and let talk again, get other limits and languages, and lines break. Until it is ended. */
export function beginIncidents({ ada, colleagues, wires, dice, ledger }: Around): { end: () => Promise<void> } {
  const { setActive, edit } = administer(ada, ledger)
  const stopped = new Map<AgentId, number>()
  let isOver = false

  async function people(): Promise<void> {
    while (!isOver) {
      await pause(400 + dice.int(800))
      for (const [agentId, since] of stopped)
        if (performance.now() - since > stoppedMs && (await setActive(agentId, true))) stopped.delete(agentId)
      const { agentId } = dice.pick(colleagues).agent
      if (stopped.has(agentId)) continue
      if (dice.chance(0.5)) await edit(agentId, dice.pick([1, 2, 3, 4, 6]))
      else if (stopped.size < mostStopped && (await setActive(agentId, false))) stopped.set(agentId, performance.now())
    }
    for (const agentId of stopped.keys()) while (!(await setActive(agentId, true))) await pause(200)
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

  const all = [people(), lines()]
  return {
    async end() {
      isOver = true
      await Promise.all(all)
    },
  }
}
