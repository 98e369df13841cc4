import type { Platform } from '#server/platform/platform.ts'
import { signUpJob, writeSignUpLetter } from './sign-ups/request-sign-up.ts'

/** Registered before jobs start. */
export function setUpReactions(needs: Platform): void {
  needs.jobs.work(signUpJob, (payload) => writeSignUpLetter(payload, needs))
}
