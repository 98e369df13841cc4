import type { Beginnings } from '../fr/beginnings.ts'

export const beginnings: Beginnings = { subAccount: 'Shop', channel: 'Website' }
