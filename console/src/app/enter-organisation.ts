import { chooseOrganisation } from '../live/chosen-organisation.ts'

/**
 * Goes to another organisation, by loading the console anew: nothing of the one that was left stays in memory. Drafts and waiting
 * messages are on the device, each with its organisation.
 */
export function enterOrganisation(organisationId: string, path = '/'): void {
  chooseOrganisation(organisationId)
  window.location.assign(path)
}
