import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refusal } from '../refusal.ts'

/** So many calls in so many seconds, per key. */
export interface Limit {
  /** Counts one, or as many as it says; refuses with `request.too-many`, saying when to come back. */
  take(key: string, count?: number): Promise<void>
  /** Forgets what a key has used. */
  forgive(key: string): Promise<void>
}

export function createLimit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return {
    async take(key, count = 1) {
      try {
        await limiter.consume(key, count)
      } catch (exceeded) {
        if (!(exceeded instanceof RateLimiterRes)) throw exceeded
        throw refusal('request.too-many', { details: { retryAfterSeconds: Math.ceil(exceeded.msBeforeNext / 1000) } })
      }
    },
    async forgive(key) {
      await limiter.delete(key)
    },
  }
}
