import { type Module, type Role, roleModels } from '#contract/vocabulary.ts'
import { type Actor, nowhere } from '../domains/callers.ts'
import { ids } from '../platform/ids.ts'

/** Somebody at work as the table of access sees them, for tests that ask it alone. What a role holds follows from the role. */
export function anActor(change: Partial<Actor> & { role: Role }): Actor {
  const model = roleModels[change.role]
  return {
    organisationId: ids.organisation(),
    agentId: ids.agent(),
    userId: ids.user(),
    sessionId: ids.session(),
    origin: nowhere,
    name: 'Ben Klein',
    shownName: 'Ben',
    photoId: null,
    email: 'ben@verdier.example',
    customRoleId: null,
    permissions: model.permissions,
    subAccountId: null,
    active: true,
    availability: 'available',
    languages: ['fr'],
    reach: 'own',
    modules: model.modules as Module[],
    questionnaireIds: [],
    conversationLimit: null,
    limitKey: '',
    ...change,
  }
}
