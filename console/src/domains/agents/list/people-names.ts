import type { AgentWords } from '#words/fr/console/agents.ts'
import type { People } from '../use-people.ts'
import type { PeopleNames, Person } from './people.ts'

/** How people's roles and sub-accounts are called here. */
export function namesFor(
  { roles, subAccounts }: Pick<People, 'roles' | 'subAccounts'>,
  words: AgentWords,
): PeopleNames {
  const customNames = new Map(roles.map(({ id, name }) => [id, name]))
  const subAccountNames = new Map(subAccounts.map(({ id, name }) => [id, name]))
  return {
    roleOf(person) {
      const held = placeOf(person)
      const custom = 'customRoleId' in held ? held.customRoleId : null
      return (custom && customNames.get(custom)) ?? words.roles[held.role]
    },
    subAccountOf(person) {
      if (person.kind === 'removed') return ''
      const { subAccountId } = person.kind === 'agent' ? person.agent : person.invitation
      return subAccountId === null ? words.allSubAccounts : (subAccountNames.get(subAccountId) ?? '')
    },
  }
}

const placeOf = (person: Person) =>
  person.kind === 'agent' ? person.agent : person.kind === 'removed' ? person.removed : person.invitation
