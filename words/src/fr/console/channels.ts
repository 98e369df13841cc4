/** Settings → Messageries. */
export const channels = {
  title: 'Messageries',
  text: 'Une messagerie est l’endroit d’où viennent les conversations : ici, votre site.',
  kinds: { website: 'Site web' },
  empty: { title: 'Aucune messagerie', text: 'Aucune ne vous est ouverte pour l’instant.' },
  script: {
    title: 'Installer le widget',
    text: 'Collez cette ligne dans chaque page de votre site, juste avant </body>.',
    label: 'Balise à coller',
    test: 'Essayer sur la page d’exemple',
    testHint: 'Une fausse boutique, sur ce serveur, avec votre widget.',
  },
  place: 'Nom et sites',
  name: 'Nom',
  nameHint: 'Pour vous : vos visiteurs ne le voient pas.',
  sites: {
    title: 'Sites autorisés',
    label: 'Ajouter un site',
    placeholder: 'boutique.example',
    hint: 'Le widget ne marche que là. *.boutique.example vaut pour tout ce qui est en dessous.',
    add: 'Ajouter',
    remove: (site: string) => `Retirer ${site}`,
    wrong: 'Indiquez seulement le nom du site, par exemple boutique.example, sans https:// ni chemin.',
    twice: 'Ce site est déjà dans la liste.',
    none: 'Aucun site : le widget ne marche que sur la page d’exemple.',
    tooMany: (max: number) => `Au plus ${max} sites par messagerie.`,
  },
  look: {
    title: 'Apparence',
    colour: 'Couleur',
    pick: 'Choisir la couleur',
    colourHint: 'Celle du bouton et de l’en-tête du widget.',
    colourWrong: 'Indiquez une couleur comme #0f6b4f.',
  },
  texts: {
    title: 'Textes',
    hint: 'Laissez vide pour les phrases de Comptoir.',
    heading: 'Titre',
    greeting: 'Mot d’accueil',
  },
  preview: 'Aperçu',
  usual: {
    title: (organisation: string) => `Bonjour, bienvenue chez ${organisation}`,
    greeting: 'Comment pouvons-nous vous aider ?',
  },
  needName: 'Indiquez un nom.',
  saved: 'Messagerie enregistrée',
  changedMeanwhile: {
    title: 'Quelqu’un a enregistré entre-temps',
    text: 'Rechargez pour voir sa version. Ce que vous avez saisi sera perdu.',
    reload: 'Voir sa version',
  },
  begins: {
    title: 'Questionnaire',
    label: 'Commencer par',
    none: 'Aucun : tous les agents du sous-compte peuvent prendre en charge',
    hint: 'Seuls les conseillers du questionnaire, et les rôles qui les ont tous, prennent alors ces demandes en charge.',
  },
  readOnly: 'Vous pouvez lire ces réglages, pas les changer.',
}

export type ChannelWords = typeof channels
