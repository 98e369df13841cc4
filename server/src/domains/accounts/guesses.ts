import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { UserId } from '#contract/ids.ts'
import { refusal } from '#server/platform/refusal.ts'

/** A try at somebody's password. */
export interface Guess {
  /** As typed, lower-cased; known and unknown addresses are counted alike. */
  email: string
  /** Where from. */
  address: string
  /** The browser, when it has signed in to this account before (known-browser.ts). */
  browser: string | null
}

const minutes = (count: number) => count * 60

/**
 * How many wrong passwords may be tried, in three counts that no stranger can turn against the owner:
 *
 * - A browser that has signed in to the account before has an allowance of its own. Whatever strangers do, the owner's own
 *   browsers are not slowed down.
 * - Strangers have one for each account and network: an attacker from one place slows down that place, not the owner's
 *   new telephone in another. It is also what keeps one network from trying one password on every account.
 * - All strangers together have one for each account, against guessing from many networks. Only this one can stand in the way
 *   of an owner on a browser that was never used, while an attack from many places lasts; the link of a forgotten password leads
 *   around it at once, for the browser that redeems it becomes a known one.
 *
 * Right passwords are not counted, so that a whole office behind one address signs in on a Monday morning. Nothing is ever locked:
 * each count empties with time. Counts live in this process; with several, each has its own.
 */
export function createGuesses() {
  const ofBrowser = new RateLimiterMemory({ points: 10, duration: minutes(15) })
  const ofNetwork = new RateLimiterMemory({ points: 40, duration: minutes(15) })
  const ofAccountInNetwork = new RateLimiterMemory({ points: 8, duration: minutes(15) })
  const ofAccount = new RateLimiterMemory({ points: 60, duration: minutes(60) })
  const ofSignedIn = new RateLimiterMemory({ points: 10, duration: minutes(15) })

  /** The network first: it bounds how many accounts anybody can make this process remember. */
  const countsFor = ({ email, address, browser }: Guess): [RateLimiterMemory, string][] => {
    if (browser !== null) return [[ofBrowser, browser]]
    const network = networkOf(address)
    return [
      [ofNetwork, network],
      [ofAccountInNetwork, `${network} ${email}`],
      [ofAccount, email],
    ]
  }

  return {
    /** Counts a try before it is checked, so that a thousand at once are still counted. @refuses request.too-many */
    async take(guess: Guess): Promise<void> {
      for (const [limiter, key] of countsFor(guess)) await consume(limiter, key)
    },
    /** It was the right password: it does not count. */
    async giveBack(guess: Guess): Promise<void> {
      for (const [limiter, key] of countsFor(guess)) await limiter.reward(key)
    },
    /** The same for somebody who is signed in and tries to tell their present password. */
    takeSignedIn: (userId: UserId): Promise<void> => consume(ofSignedIn, userId),
    giveBackSignedIn: async (userId: UserId): Promise<void> => void (await ofSignedIn.reward(userId)),
  }
}
export type Guesses = ReturnType<typeof createGuesses>

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (exceeded) {
    if (!(exceeded instanceof RateLimiterRes)) throw exceeded
    throw refusal('request.too-many', { details: { retryAfterSeconds: Math.ceil(exceeded.msBeforeNext / 1000) } })
  }
}

/** One household or server has a whole /64 of IPv6 to itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - last.length
  const whole = [...groups, ...Array<string>(missing).fill('0'), ...last]
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
