import type { ShortcutVariable } from '#contract/shortcut-variables.ts'
import { plural } from '../grammar.ts'

const variables: Record<ShortcutVariable, string> = {
  'visitor.name': 'nom du visiteur',
  'visitor.firstName': 'prénom du visiteur',
  'agent.name': 'votre nom',
  'agent.firstName': 'votre prénom',
  'subAccount.name': 'nom du sous-compte',
  'organisation.name': 'nom de l’organisation',
  'channel.name': 'nom de la messagerie',
  'page.title': 'titre de la page',
}

/** Settings → Raccourcis, and the "/" menu of the composer. */
export const shortcuts = {
  title: 'Raccourcis',
  text: 'Des réponses toutes prêtes. Dans une conversation, tapez « / » puis le mot du raccourci.',
  add: 'Ajouter un raccourci',
  import: 'Importer',
  export: 'Exporter',
  search: 'Chercher un mot ou un texte',
  scopes: { own: 'À moi', 'sub-account': 'Sous-compte', organisation: 'Organisation' },
  groups: {
    own: { title: 'Mes raccourcis', text: 'Personne d’autre ne les voit.' },
    'sub-account': { title: 'Du sous-compte', text: 'Pour les conversations de ce sous-compte.' },
    subAccountNamed: (name: string) => `De ${name}`,
    organisation: { title: 'De l’organisation', text: 'Partout, pour tout le monde.' },
  },
  columns: { key: 'Mot', text: 'Texte', languages: 'Langues', used: 'Utilisé' },
  used: (count: number) => plural(count, { zero: 'jamais', one: '# fois', other: '# fois' }),
  /** In front of how long ago. */
  lastUsed: 'la dernière',
  hidden: {
    own: 'Masqué par le vôtre',
    'sub-account': 'Masqué par celui du sous-compte',
    hintOwn: 'Vous avez un raccourci du même mot : c’est lui que « / » vous propose.',
    hintSubAccount: (names: string) => `Du même mot dans ${names} : là, c’est lui qui est proposé.`,
  },
  empty: {
    title: 'Aucun raccourci pour l’instant',
    text: 'Écrivez une fois ce que vous répondez souvent : les horaires, les délais, un mot d’accueil. Puis tapez « / » et son mot dans une conversation.',
  },
  nothingFound: (typed: string) => `Aucun raccourci ne contient « ${typed} ».`,
  clearSearch: 'Tout montrer',
  edit: 'Modifier',
  remove: 'Supprimer',
  removed: (key: string) => `Raccourci /${key} supprimé`,
  restored: (key: string) => `Raccourci /${key} rétabli`,
  saved: (key: string) => `Raccourci /${key} enregistré`,
  form: {
    addTitle: 'Ajouter un raccourci',
    editTitle: (key: string) => `Modifier /${key}`,
    submit: 'Enregistrer',
    scope: 'Pour qui',
    scopes: {
      own: { label: 'Pour moi', hint: 'Personne d’autre ne le voit.' },
      'sub-account': { label: 'Un sous-compte', hint: 'Tout le monde, dans ses conversations.' },
      organisation: { label: 'L’organisation', hint: 'Tout le monde, partout.' },
    },
    subAccount: 'Sous-compte',
    key: 'Mot',
    keyHint: 'Ce qu’on tape après « / » : des lettres et des chiffres, joints par un tiret.',
    needKey: 'Indiquez le mot du raccourci.',
    badKey: 'Des lettres et des chiffres seulement, joints par un tiret, un point ou un trait bas.',
    textIn: (language: string) => `Texte en ${language}`,
    needText: 'Écrivez ce que dit ce raccourci.',
    fallback: 'Sert aussi aux conversations d’une langue qui n’a pas de texte ici.',
    addLanguage: 'Ajouter une langue',
    removeLanguage: (language: string) => `Retirer le texte en ${language}`,
    variables: 'Insérer',
    variableUnknown: (written: string, line: number) =>
      `Ligne ${line} : ${written} n’est pas une variable. Choisissez-en une dans la liste sous le texte.`,
    preview: 'Aperçu, avec un exemple',
    hides: {
      organisation: 'Il passera avant celui de l’organisation qui a le même mot.',
      'sub-account': 'Il passera, pour vous, avant celui du sous-compte qui a le même mot.',
    },
    changedMeanwhile: {
      text: 'Quelqu’un vient de modifier ce raccourci. Ce que vous avez écrit reste ici tant que vous ne chargez pas sa version.',
      reload: 'Voir sa version',
    },
  },
  variables,
  samples: {
    'visitor.name': 'Margaux Vandenbroucke',
    'visitor.firstName': 'Margaux',
    'channel.name': 'Site web',
    'page.title': 'Livraison et retours',
  },
  menu: {
    title: 'Raccourcis',
    choose: 'choisir',
    insert: 'insérer',
    found: (count: number) => plural(count, { one: '# raccourci', other: '# raccourcis' }),
    noneAtAll: 'Vous n’avez pas encore de raccourci.',
    make: 'En ajouter un',
    open: 'Raccourcis',
    otherLanguage: (language: string) => `en ${language}`,
    otherLanguageHint: (language: string) =>
      `Sans texte dans la langue de la conversation : celui en ${language} sera inséré.`,
  },
  insertedOther: (key: string, language: string) =>
    `/${key} inséré en ${language}, faute de texte dans la langue de la conversation`,
  unfilled: {
    toFill: (count: number) => plural(count, { one: '# passage à compléter', other: '# passages à compléter' }),
    next: 'Y aller',
    title: 'Envoyer avec un passage à compléter ?',
    text: (names: string) => `Le message contient encore ${names}. Le visiteur le lira tel quel.`,
    send: 'Envoyer quand même',
    back: 'Compléter',
  },
  saveAs: 'En faire un raccourci',
}

export type ShortcutWords = typeof shortcuts

/** The picker of the composer. */
export const emoji = {
  open: 'Émojis',
  title: 'Émojis',
  search: 'Chercher un émoji',
  recent: 'Récents',
  found: 'Trouvés',
  none: 'Aucun émoji ne correspond.',
  tone: 'Teinte de peau',
  tones: ['sans teinte', 'claire', 'assez claire', 'moyenne', 'assez foncée', 'foncée'] as readonly string[],
  groups: {
    smileys: 'Visages',
    people: 'Gens',
    nature: 'Nature',
    food: 'Repas',
    travel: 'Voyages',
    activities: 'Activités',
    objects: 'Objets',
    symbols: 'Symboles',
    flags: 'Drapeaux',
  },
}

export type EmojiWords = typeof emoji
