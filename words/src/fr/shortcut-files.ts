import { plural } from './grammar.ts'

/** Settings → Raccourcis: importing and exporting. */
export const shortcutFiles = {
  importing: {
    title: 'Importer des raccourcis',
    text: 'Un fichier exporté d’ici, les réponses de Chatwoot ou de Crisp, ou un tableau CSV dont la première ligne nomme les colonnes : mot, langue, texte.',
    choose: 'Choisir un fichier',
    other: 'Choisir un autre fichier',
    needFile: 'Choisissez un fichier.',
    submit: (count: number) =>
      plural(count, { zero: 'Importer', one: 'Importer # raccourci', other: 'Importer # raccourcis' }),
    problems: {
      'too-large': 'Ce fichier dépasse 2 Mo.',
      empty: 'Ce fichier ne contient aucun raccourci.',
      newer: 'Ce fichier vient d’une version plus récente de Comptoir.',
      'not-json': 'Ce fichier commence comme du JSON, mais n’en est pas jusqu’au bout.',
      unclosed: 'Ce tableau a un guillemet qui n’est jamais refermé.',
      'no-columns':
        'Ce fichier n’a pas les colonnes attendues : un mot (« mot », « key » ou « short_code ») et un texte (« texte », « text » ou « content »).',
      'too-many': 'Ce fichier contient plus de 300 raccourcis.',
      unreadable: 'Ce fichier n’a pas pu être lu. Choisissez-le de nouveau.',
    },
    faulty: (count: number) =>
      plural(count, {
        one: '# ligne ne convient pas. Corrigez-la dans le fichier et choisissez-le de nouveau : rien n’est importé d’ici là.',
        other:
          '# lignes ne conviennent pas. Corrigez-les dans le fichier et choisissez-le de nouveau : rien n’est importé d’ici là.',
      }),
    line: (line: number) => `Ligne ${line}`,
    entry: (place: number) => `Raccourci nº ${place}`,
    faults: {
      'no-key': () => 'le mot manque.',
      'bad-key': (about: string) =>
        `« ${about} » n’est pas un mot : des lettres et des chiffres, joints par un tiret, un point ou un trait bas.`,
      'long-key': (about: string) => `« ${about} » est trop long : 40 signes au plus.`,
      'no-text': (about: string) => `/${about} n’a pas de texte.`,
      'long-text': (about: string) => `le texte de /${about} est trop long : 4 000 signes au plus.`,
      'bad-language': (about: string) => `« ${about} » n’est pas une langue : fr, en, de…`,
      'variable-unknown': (about: string) => `${about} n’est pas une variable.`,
      repeated: (about: string) => `/${about} a déjà un texte dans cette langue.`,
      'too-many-languages': (about: string) => `/${about} a trop de langues.`,
    },
    known: 'Ceux dont le mot est déjà pris',
    knownChoices: {
      change: { label: 'Les remplacer', hint: 'Ils prennent les textes du fichier.' },
      keep: { label: 'Les garder', hint: 'Ceux du fichier sont laissés de côté.' },
    },
    preview: 'Ce qui sera fait',
    outcomes: { made: 'Nouveau', changed: 'Remplacé', same: 'Identique', kept: 'Gardé' },
    nothing: 'Rien à importer : tout est déjà là.',
    done: (made: number, changed: number) => {
      const news = plural(made, { zero: '', one: '# raccourci ajouté', other: '# raccourcis ajoutés' })
      const changes = plural(changed, { zero: '', one: '# remplacé', other: '# remplacés' })
      return [news, changes].filter(Boolean).join(', ') || 'Aucun raccourci n’a changé'
    },
  },
  exporting: {
    title: 'Exporter des raccourcis',
    which: 'Lesquels',
    own: 'Les miens',
    organisation: 'Ceux de l’organisation',
    ofSubAccount: (name: string) => `Ceux de ${name}`,
    format: 'Format',
    formats: {
      csv: { label: 'Tableau (CSV)', hint: 'Pour un tableur ou un autre outil.' },
      json: { label: 'JSON', hint: 'Pour un programme.' },
    },
    submit: 'Télécharger',
    fileName: 'raccourcis',
  },
}

export type ShortcutFileWords = typeof shortcutFiles
