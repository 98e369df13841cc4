export type PasswordStep = 'short' | 'nearly' | 'good' | 'strong'

/** Length is strength: a long sentence beats any mix of signs (NIST SP 800-63B-4). Counted as a reader counts, in characters. */
export const passwordLength = (password: string): number => [...password].length

/** How far a password is: 0 of 4 bars while it is empty, 3 from the required length on, 4 well beyond it. */
export function passwordStrength(password: string, minLength: number): { bars: 0 | 1 | 2 | 3 | 4; step: PasswordStep } {
  const length = passwordLength(password)
  if (length === 0) return { bars: 0, step: 'short' }
  if (length < minLength / 2) return { bars: 1, step: 'short' }
  if (length < minLength) return { bars: 2, step: 'nearly' }
  return length < minLength * 1.5 ? { bars: 3, step: 'good' } : { bars: 4, step: 'strong' }
}
