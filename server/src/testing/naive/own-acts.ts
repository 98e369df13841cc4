import { type Act, no, type Outcome, yes } from './act.ts'
import type { Agent } from './world.ts'

/** What somebody is told, and in which browsers, is theirs alone to say, whatever their rights. */
export function changeNotifications(agent: Agent, act: Extract<Act, { act: 'change-notifications' }>): Outcome {
  agent.mentionSounds = act.mentionSounds
  return yes()
}

/** Only services the server knows are pushed to. The same browser again is the same subscription. */
export function subscribe(agent: Agent, { endpoint, isKnown }: Extract<Act, { act: 'subscribe' }>): Outcome {
  if (!isKnown) return no('422 notifications.service-refused')
  const known = agent.browsers.find((one) => one.endpoint === endpoint)
  if (known) return yes()
  const browser = { id: '', endpoint }
  agent.browsers.push(browser)
  return yes([], ({ id }) => {
    browser.id = id
  })
}

export function unsubscribe(agent: Agent, { subscriptionId }: Extract<Act, { act: 'unsubscribe' }>): Outcome {
  const at = agent.browsers.findIndex(({ id }) => id === subscriptionId)
  if (at < 0) return no('404 request.not-found')
  agent.browsers.splice(at, 1)
  return yes()
}
