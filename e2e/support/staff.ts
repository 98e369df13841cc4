/** People of a house who were added with a password, and what they can be given: for stories about people. */
import type { AddAgent, AgentForAgent } from '#contract/agents.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import { nameInTwo } from '#server/domains/accounts/user.ts'
import type { House } from './house.ts'
import { passphrase } from './people.ts'

export interface Staff {
  /** Adds somebody to the first sub-account, as an agent unless told otherwise. */
  add(name: string, change?: Partial<AddAgent>): Promise<AgentForAgent>
  read(agent: { id: AgentForAgent['id'] }): Promise<AgentForAgent>
  openSubAccount(name: string): Promise<SubAccountForAgent>
  /** Of the first sub-account. */
  makeQuestionnaire(name: string): Promise<QuestionnaireForAgent>
}

export function staffOf({ ada, channel }: House): Staff {
  const { params } = ada
  const { subAccountId } = channel
  return {
    add: (name, change = {}) =>
      ada.call('POST /organisations/:organisationId/agents', {
        params,
        body: {
          ...nameInTwo(name),
          email: emailOf(name),
          password: passphrase,
          role: 'agent',
          subAccountId,
          languages: ['fr'],
          active: true,
          locale: 'fr',
          ...change,
        },
      }),
    read: ({ id }) =>
      ada.call('GET /organisations/:organisationId/agents/:agentId', { params: { ...params, agentId: id } }),
    openSubAccount: (name) => ada.call('POST /organisations/:organisationId/sub-accounts', { params, body: { name } }),
    makeQuestionnaire: (name) =>
      ada.call('POST /organisations/:organisationId/questionnaires', { params, body: { name, subAccountId } }),
  }
}

const emailOf = (name: string) =>
  `${name
    .normalize('NFD')
    .replace(/[^a-z]+/gi, '')
    .toLowerCase()}@maison-verdier.example`
