/** What an organisation that was just made calls its first things. */
export const beginnings = { subAccount: 'Boutique', channel: 'Site web' }

export type Beginnings = typeof beginnings
