import { type Act, no, type Outcome, yes } from './act.ts'
import { change } from './conversation-acts.ts'
import { mayRead, mayTake } from './rules.ts'
import { type Agent, type Conversation, type Happening, type House, present } from './world.ts'

/** Whoever is asked lets it go to the next; of what is not offered to them nothing changes. */
export function pass(agent: Agent, { house, conversationId }: Extract<Act, { act: 'pass' }>): Outcome {
  if (!agent.active) return no('403 access.inactive')
  const conversation = house.conversations.find(({ id }) => id === conversationId)
  if (!conversation || !mayRead(agent, conversation)) return no('404 request.not-found')
  const { offer, asked } = conversation
  if (offer !== agent) return yes()
  return yes([change(house, conversation, { offer: null, asked: [...asked, agent] })])
}

/** Somebody was asked, or nobody is any more. To whom what waits is brought is not for these rules to say, but who that may be is. */
export function takeOffer(house: House, conversation: Conversation, offer: Agent | null): Happening {
  // Whoever said no is asked once more when everybody has.
  const asked = offer && conversation.asked.includes(offer) ? [] : conversation.asked
  return change(house, conversation, { offer, asked })
}

/**
 * [N7] [N8] [N9] [S12] What is wrong with what is offered: only what waits, on a channel that brings it, to somebody who may take it,
 * speaks its language, is there and has room beside everything else they have and are offered; and to somebody, while there is one
 * who was not asked.
 */
export function wrongOffers(house: House, isThere: (agent: Agent) => boolean): string[] {
  return house.conversations.flatMap((conversation) => {
    const { id, state, channelId, offer, asked } = conversation
    const mode = house.channels.find((one) => one.id === channelId)?.routing.mode
    if (state !== 'pending' || mode === 'by-hand') return offer ? [`${id} is ${state}, ${mode}, and offered`] : []
    if (offer) return fits(conversation, offer) ? [] : [`${id} is offered to ${offer.name}, who is not for it`]
    const left = present(house).filter((one) => !asked.includes(one) && fits(conversation, one))
    return left.map(({ name }) => `${id} is offered to nobody, though ${name} could take it`)
  })

  function fits(conversation: Conversation, agent: Agent): boolean {
    if (agent.availability !== 'available' || !isThere(agent)) return false
    if (!mayTake(agent, conversation) || !agent.languages.includes(conversation.language)) return false
    const others = house.conversations.filter((one) => one !== conversation)
    const hand = others.filter(
      ({ state, assignee, offer }) => offer === agent || (state === 'open' && assignee === agent),
    )
    return agent.limit === null || hand.length < agent.limit
  }
}
