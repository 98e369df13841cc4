/** Where a door is, as OpenAPI writes it. */
export interface Place {
  method: 'get' | 'post' | 'put' | 'delete'
  /** Below the root, with `{organisationId}`. */
  path: string
}

export function placeOf(key: string): Place {
  const [method = '', path = ''] = key.split(' ')
  // The contract's keys know four methods.
  return { method: method.toLowerCase() as Place['method'], path: path.replace(/:(\w+)/g, '{$1}') }
}

/** `GET /organisations/{organisationId}/agents/{agentId}` is `getAgent`, `PUT …/agents/{agentId}/activity` `putAgentActivity`. */
export function operationIdOf({ method, path }: Place): string {
  const steps = path
    .replace(/^\/organisations\/\{organisationId\}(?=\/)/, '')
    .split('/')
    .slice(1)
  const words = steps.flatMap((step, at) => {
    if (step.startsWith('{')) return []
    const isOne = steps[at + 1]?.startsWith('{') ?? false
    return [isOne ? step.replace(/s$/, '') : step]
  })
  return (
    method +
    words
      .flatMap((word) => word.split(/[-.]/))
      .map(capitalised)
      .join('')
  )
}

const aboutOf: Record<string, string> = {
  me: 'agents',
  'removed-agents': 'agents',
  'invitation-links': 'invitations',
  inbox: 'conversations',
  poll: 'live',
  'socket-tickets': 'live',
  seats: 'billing',
  subscription: 'billing',
  'sales-requests': 'billing',
  'journal.csv': 'journal',
  name: 'organisation',
  'sub-accounts': 'organisation',
  roles: 'organisation',
  'appointment-reasons': 'appointments',
  'appointment-links': 'appointments',
  'holiday-places': 'appointments',
  'api-keys': 'API keys',
}

/** What a door is about, for the reader who looks for it. */
export function tagOf(path: string): string {
  const below = path.replace(/^\/organisations\/\{organisationId\}(?=\/)/, '')
  const [, first = ''] = below.split('/')
  const isOfOrganisation = below !== path
  return aboutOf[first] ?? (isOfOrganisation || first === 'widget' ? first : 'account')
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
