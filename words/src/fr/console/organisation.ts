/** Settings → Organisation. */
export const organisation = {
  title: 'Organisation',
  name: 'Nom de l’organisation',
  nameHint: 'Vos visiteurs le voient dans le widget, vos agents dans le menu.',
  needName: 'Indiquez un nom.',
  saved: 'Nom enregistré',
  readOnly: 'Seule l’administration peut changer ces réglages.',
}

export type OrganisationWords = typeof organisation
