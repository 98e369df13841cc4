/** As it is typed: the slash of habit goes, spaces become hyphens. */
export const tidyKey = (typed: string): string => typed.replace(/^\/+/, '').replace(/\s+/g, '-').toLowerCase()

/** The rule of the contract, so that it is said before anything is sent. */
export const isKey = (key: string): boolean => /^[\p{L}\p{M}\p{N}]+([-._][\p{L}\p{M}\p{N}]+)*$/u.test(key)
