import type { AgentId } from '#contract/ids.ts'
import type { Platform } from '#server/platform/platform.ts'
import { authorise } from '../access/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { askSales } from './ask-sales.ts'
import { changeSubscription, type HoldActor } from './change-subscription.ts'
import { countTaken, listSeatedAgents, listSeatedInvitations, peopleBehind } from './people.ts'
import type { Plans } from './plans.ts'
import { asChange, asHolders, asRequest, asSubscription } from './present.ts'
import { listRequests } from './sales-store.ts'
import { findSubscription, listChanges } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/subscription'
  | 'PUT /organisations/:organisationId/subscription'
  | 'GET /organisations/:organisationId/subscription/changes'
  | 'GET /organisations/:organisationId/seats'
  | 'GET /organisations/:organisationId/sales-requests'
  | 'POST /organisations/:organisationId/sales-requests'

export function billingHandlers(needs: Platform & { plans: Plans; holdActor: HoldActor }): HandlersOf<Doors> {
  const { database, clock, plans } = needs

  const subscriptionOf = ({ organisationId }: Actor) =>
    database.transaction(organisationId, async (tx) =>
      asSubscription(await findSubscription(tx), { taken: await countTaken(tx, clock.now()), plans }),
    )

  return {
    'GET /organisations/:organisationId/subscription': async ({ caller }) => {
      authorise(caller, 'billing.change', null)
      return subscriptionOf(caller)
    },

    'PUT /organisations/:organisationId/subscription': async ({ caller, body }) => {
      await changeSubscription(caller, body, needs)
      return subscriptionOf(caller)
    },

    'GET /organisations/:organisationId/subscription/changes': async ({ caller }) => {
      authorise(caller, 'billing.change', null)
      return database.transaction(caller.organisationId, async (tx) => {
        const changes = await listChanges(tx)
        const authors = changes.map(({ byAgentId }) => byAgentId).filter((id): id is AgentId => id !== null)
        const people = await peopleBehind(tx, authors)
        return { changes: changes.map((change) => asChange(change, { people, plans })) }
      })
    },

    'GET /organisations/:organisationId/seats': async ({ caller }) => {
      authorise(caller, 'billing.change', null)
      return database.transaction(caller.organisationId, async (tx) =>
        asHolders(
          { agents: await listSeatedAgents(tx), invitations: await listSeatedInvitations(tx, clock.now()) },
          caller,
        ),
      )
    },

    'GET /organisations/:organisationId/sales-requests': async ({ caller }) => {
      authorise(caller, 'billing.change', null)
      return database.transaction(caller.organisationId, async (tx) => {
        const requests = await listRequests(tx)
        const people = await peopleBehind(
          tx,
          requests.map(({ agentId }) => agentId),
        )
        return { requests: requests.map((request) => asRequest(request, people)) }
      })
    },

    'POST /organisations/:organisationId/sales-requests': async ({ caller, body, knock }) => {
      const request = await askSales(caller, { ...body, locale: knock.locale }, needs)
      return asRequest(request, new Map([[caller.agentId, caller]]))
    },
  }
}
