const key = 'comptoir.organisation'

/** In an address of the console: whose it is. Letters and notifications carry it, so that they open in the right organisation. */
export const organisationParam = 'organisation'

/** Where this tab is, and where the person was last in any: the order in which an organisation is looked for. */
export const chosenOrganisations = (): (string | null)[] => [read(() => sessionStorage), read(() => localStorage)]

/** From here on this tab is there, and new ones begin there. */
export function chooseOrganisation(organisationId: string): void {
  write(() => sessionStorage, organisationId)
  write(() => localStorage, organisationId)
}

function read(storage: () => Storage): string | null {
  try {
    return storage().getItem(key)
  } catch {
    return null // Fail open: blocked storage means nothing was chosen.
  }
}

function write(storage: () => Storage, value: string): void {
  try {
    storage().setItem(key, value)
  } catch {
    // Fail open: the first organisation opens.
  }
}
