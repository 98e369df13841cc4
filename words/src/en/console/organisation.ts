import type { OrganisationWords } from '../../fr/console/organisation.ts'

export const organisation: OrganisationWords = {
  title: 'Organisation',
  name: 'Name of the organisation',
  nameHint: 'Your visitors see it in the widget, your agents in the menu.',
  needName: 'Enter a name.',
  saved: 'Name saved',
  readOnly: 'Only administrators may change these settings.',
}
