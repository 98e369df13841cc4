import { plural } from '../grammar.ts'

/** What the parts of the interface say by themselves, whatever the page. */
export const ui = {
  personName: { first: 'Prénom', last: 'Nom' },
  photo: {
    label: 'Photo',
    choose: 'Choisir une photo',
    change: 'Changer de photo',
    remove: 'Retirer la photo',
    hint: 'JPEG, PNG ou WebP, 10 Mo au plus. Vous pouvez aussi la déposer ici.',
    drop: 'Déposez la photo ici',
    chosen: (name: string) => `Photo choisie : ${name}`,
    unreadable: 'Ce fichier n’est pas une image lisible. Choisissez une photo JPEG, PNG ou WebP.',
    tooHeavy: 'Cette photo est trop lourde : 10 Mo au plus.',
    tooLarge: (pixels: number) => `Cette photo a trop de pixels : ${pixels} de côté au plus.`,
  },
  close: 'Fermer',
  cancel: 'Annuler',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  saved: 'Enregistré',
  retry: 'Réessayer',
  undo: 'Annuler',
  back: 'Retour',
  more: 'Plus',
  loading: 'Chargement…',
  inProgress: 'En cours…',
  optional: 'facultatif',
  none: 'aucun',
  locked: 'Verrouillé',
  rowActions: (row: string) => `Actions pour ${row}`,
  dismissNotice: 'Fermer ce message',
  notices: 'Messages',

  failure: {
    title: 'Impossible d’afficher ceci',
    text: 'La demande n’a pas abouti. Rien n’est perdu : réessayez dans un instant.',
  },

  copy: {
    act: 'Copier',
    done: 'Copié',
    failed: 'La copie est bloquée ici : le texte est sélectionné, copiez-le avec Ctrl C.',
  },

  password: {
    show: 'Afficher le mot de passe',
    hide: 'Masquer le mot de passe',
    strength: 'Force du mot de passe',
    empty: (minLength: number) => `${minLength} caractères au moins. Une phrase va très bien.`,
    steps: { short: 'Trop court', nearly: 'Presque', good: 'Bon', strong: 'Excellent' },
    count: (length: number, minLength: number) =>
      length < minLength
        ? `${plural(length, { one: '# caractère', other: '# caractères' })} sur ${minLength}. Une phrase va très bien.`
        : `${plural(length, { one: '# caractère', other: '# caractères' })}, ${minLength} au moins. Une phrase va très bien.`,
  },

  unsaved: {
    title: 'Abandonner les modifications ?',
    text: 'Ce que vous avez saisi ici n’est pas enregistré et sera perdu.',
    stay: 'Continuer la saisie',
    leave: 'Abandonner',
  },

  choice: {
    placeholder: 'Choisir…',
    search: 'Rechercher…',
    nothing: 'Aucun résultat',
    open: 'Ouvrir la liste',
    labelled: (label: string) => `${label} :`,
  },

  table: {
    sortBy: (column: string) => `Trier par ${column}`,
    actions: 'Actions',
  },

  newcomers: (count: number) => plural(count, { one: '# nouveau', other: '# nouveaux' }),
  showNewcomers: (count: number) => plural(count, { one: 'Afficher # nouveau', other: 'Afficher # nouveaux' }),

  palette: {
    title: 'Rechercher une page ou une action',
    placeholder: 'Page ou action…',
    recent: 'Récents',
    nothing: (text: string) => `Rien ne correspond à « ${text} »`,
    hintChoose: 'choisir',
    hintOpen: 'ouvrir',
    hintClose: 'fermer',
  },

  keys: {
    title: 'Raccourcis clavier',
    afterwards: 'puis',
    or: 'ou',
    singleKeys: 'Touches seules',
    singleKeysHint: 'Les raccourcis sans Ctrl ni ⌘. À désactiver si une dictée vocale les déclenche.',
    names: { escape: 'Échap', shift: 'Maj', space: 'Espace', control: 'Ctrl' },
  },

  theme: { label: 'Thème', system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  language: 'Langue',

  time: {
    now: 'à l’instant',
    yesterday: 'hier',
    yesterdayAt: (time: string) => `hier à ${time}`,
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => plural(count, { one: '# jour', other: '# jours' }),
  },
}

export type UiWords = typeof ui
