/** A house that is at work already, made by the API in a moment: for stories that begin after the first visit. */

import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { Me } from '#contract/agents.ts'
import type { ChannelForAgent } from '#contract/channels.ts'
import { nameInTwo } from '#server/domains/accounts/user.ts'
import { newPerson, type Person } from '#server/testing/person.ts'
import { passphrase } from './people.ts'

/** An agent who signed in somewhere: acts by the API, and opens browsers. */
export interface Agent extends Person {
  params: { organisationId: Me['organisationId'] }
  /** A browser of theirs, signed in. */
  open(browser: Browser, options?: BrowserContextOptions): Promise<Page>
  /** Signs a browser in that is open already, and shows it the console. */
  enter(page: Page): Promise<void>
}

export interface House {
  origin: string
  ada: Agent
  channel: ChannelForAgent
  /** The link of an invitation as an agent of the first sub-account. */
  invite(email: string): Promise<string>
  /** Somebody who was invited and has accepted. */
  hire(name: string, email: string): Promise<Agent>
}

/** Maison Verdier with one sub-account and one channel, administered by Ada Lefèvre. */
export async function openHouse(url: string, site = ''): Promise<House> {
  const { origin } = new URL(url)
  const person = newPerson(origin)
  const { memberships } = await person.call('POST /set-up', {
    body: {
      organisationName: 'Maison Verdier',
      subAccountName: 'Lyon, Pentes',
      channelName: 'Site',
      site,
      administrator: {
        firstName: 'Ada',
        lastName: 'Lefèvre',
        email: 'ada@maison-verdier.example',
        password: passphrase,
      },
      locale: 'fr',
    },
  })
  const organisationId = memberships[0]?.organisationId
  if (!organisationId) throw new Error('Ada belongs nowhere')
  const ada = asAgent(person, { organisationId }, origin)
  const { params } = ada
  const { channels } = await ada.call('GET /organisations/:organisationId/channels', { params })
  const [channel] = channels
  if (!channel) throw new Error('the house has no channel')

  async function invite(email: string): Promise<string> {
    const { results } = await ada.call('POST /organisations/:organisationId/invitations', {
      params,
      body: {
        emails: [email],
        role: 'agent',
        subAccountId: channel?.subAccountId ?? null,
        languages: ['fr', 'en'],
        activeOnArrival: true,
        locale: 'fr',
      },
    })
    return results[0]?.link ?? ''
  }

  return {
    origin,
    ada,
    channel,
    invite,
    async hire(name, email) {
      const token = new URL(await invite(email)).hash.slice(1)
      const newcomer = newPerson(origin)
      await newcomer.call('POST /invitation-links/acceptance', {
        body: { token, account: { ...nameInTwo(name), password: passphrase, locale: 'fr' } },
      })
      return asAgent(newcomer, params, origin)
    },
  }
}

function asAgent(person: Person, params: Agent['params'], origin: string): Agent {
  const signIn = (context: BrowserContext) =>
    context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: origin })))
  return {
    ...person,
    params,
    async open(browser, options) {
      const context = await browser.newContext({ baseURL: origin, ...options })
      await signIn(context)
      return context.newPage()
    },
    async enter(page) {
      await signIn(page.context())
      await page.goto('/')
      await expect(page.getByText('En attente').first()).toBeVisible()
    },
  }
}

/** Waits until an agent's open console is known: from then on their visitors find somebody there. */
export async function untilPresent({ call, params }: Agent): Promise<void> {
  const { agentId } = await call('GET /organisations/:organisationId/me', { params })
  for (;;) {
    const { colleagues } = await call('GET /organisations/:organisationId/inbox', { params })
    if (colleagues.some(({ id, availability }) => id === agentId && availability === 'available')) return
  }
}
