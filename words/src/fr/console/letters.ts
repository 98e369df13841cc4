import { plural } from '../grammar.ts'

/** Settings → Courrier: letters that leave, and those that wait. */
export const letters = {
  title: 'Courrier',
  text: 'Les lettres que Comptoir envoie : invitations, mots de passe oubliés.',
  noSmtp: {
    title: 'Aucun serveur d’envoi n’est réglé',
    text: 'Les lettres attendent ici : ouvrez-en une pour la lire et transmettre son lien. Pour les envoyer, indiquez SMTP_URL au démarrage du serveur.',
  },
  columns: { to: 'Destinataire', subject: 'Objet', state: 'État', when: 'Date' },
  states: { waiting: 'En attente', retrying: 'Nouvel essai', sent: 'Envoyée', failed: 'Non envoyée' },
  attempts: (count: number) => plural(count, { zero: 'aucun essai', one: '# essai', other: '# essais' }),
  nextAttempt: (when: string) => `prochain essai ${when}`,
  lastError: 'Réponse du serveur d’envoi',
  read: 'Lire la lettre',
  sendNow: 'Envoyer maintenant',
  sent: 'Lettre envoyée',
  linksGone: 'Les liens d’une lettre envoyée ne sont plus lisibles ici.',
  copyText: 'Texte de la lettre',
  empty: { title: 'Aucune lettre', text: 'La première partira quand vous inviterez quelqu’un.' },
}

export type LetterWords = typeof letters
