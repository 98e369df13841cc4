import { plural } from '../grammar.ts'

const places = (count: number) => plural(count, { one: '# place', other: '# places' })
const people = (count: number) => plural(count, { one: '# personne', other: '# personnes' })

/** Settings → Facturation: plan, seats, history, and asking the sales department. */
export const billing = {
  title: 'Facturation',
  text: 'Le forfait de l’organisation et les places qu’il compte.',

  now: {
    title: 'Forfait actuel',
    perMonth: (price: string) => `${price} par mois`,
    byAgreement: 'Prix convenu avec le service commercial',
    settledOutside:
      'Rien n’est prélevé ici : le règlement se fait directement avec la personne ou la société qui gère ce serveur.',
    fixed: 'Le forfait est le même pour toutes les organisations de ce serveur.',
  },

  seats: {
    meter: (taken: number, seats: number | null) =>
      seats === null ? `${places(taken)} occupées, sans limite` : `${taken} sur ${places(seats)}`,
    /** What follows « 7 places occupées »: the numbers are drawn in bold around it. */
    taken: (count: number) => plural(count, { one: 'place occupée', other: 'places occupées' }),
    of: 'sur',
    unlimited: ', sans limite',
    byInvitations: (count: number) =>
      `, dont ${count} par ${plural(count, { one: 'une invitation', other: 'des invitations' })}`,
    full: 'Toutes les places sont prises : inviter ou ajouter quelqu’un demande un autre forfait, ou une place libre.',
    fullFixed: 'Toutes les places sont prises : pour inviter ou ajouter quelqu’un, il faut qu’une place se libère.',
    over: (count: number) =>
      `${plural(count, { one: 'Une personne', other: '# personnes' })} de trop pour ce forfait. Personne ne perd sa place, mais aucune n’est libre.`,
    who: 'Qui occupe les places',
    hint: 'Chaque personne de l’organisation occupe une place, active ou non. Une invitation en occupe une tant que son lien est valable.',
    invitation: (until: string) => `Invitation, valable jusqu’au ${until}`,
    unseen: (count: number) => `et ${people(count)} que vos droits ne montrent pas`,
  },

  plans: {
    title: 'Forfaits',
    text: 'Un changement vaut tout de suite. Rien ne change avant votre confirmation.',
    choose: 'Forfait',
    present: 'Actuel',
    seats: ({ least, most }: { least: number; most: number | null }) =>
      most === null ? 'Places illimitées' : least === most ? places(most) : `De ${least} à ${places(most)}`,
    free: 'Gratuit',
    perSeat: 'par place et par mois',
    byRequest: 'Sur demande',
    features: {
      documentation: 'Documentation',
      'human-support': 'Réponses d’une personne à vos questions',
      'own-limits': 'Limites à votre mesure',
    },
    seatCount: 'Nombre de places',
    fewer: 'Une place de moins',
    more: 'Une place de plus',
    total: (plan: string, seats: number, price: string) => `${plan}, ${places(seats)} : ${price} par mois`,
    sum: (seats: number, price: string) => `${seats} × ${price}`,
    insteadOf: (price: string) => `au lieu de ${price}`,
    unchanged: 'C’est ce que vous avez déjà.',
    tooFew: (taken: number, remove: number) =>
      `${places(taken)} sont occupées. Retirez d’abord ${plural(remove, {
        one: 'une personne ou une invitation',
        other: '# personnes ou invitations',
      })}, ou choisissez plus de places.`,
    change: 'Changer de forfait…',
    changeSeats: 'Changer le nombre de places…',
    toAgents: 'Voir les agents',
  },

  confirm: {
    title: (plan: string) => `Passer au forfait ${plan} ?`,
    titleSeats: (seats: number) => `Passer à ${places(seats)} ?`,
    from: 'Aujourd’hui',
    to: 'Dès la confirmation',
    terms: (plan: string, seats: number | null) => `${plan}, ${seats === null ? 'places illimitées' : places(seats)}`,
    leavesUltimate: (plan: string) => `Pour revenir au forfait ${plan}, il faudra le demander au service commercial.`,
    act: 'Confirmer le changement',
    done: 'Le forfait est changé',
  },

  history: {
    title: 'Historique',
    when: 'Date',
    who: 'Par',
    what: 'Changement',
    price: 'Prix par mois',
    began: 'Début',
    server: 'Gestion du serveur',
  },

  sales: {
    title: 'Service commercial',
    text: 'Pour le forfait Ultimate, des limites à votre mesure ou toute question sur les prix.',
    act: 'Contacter le service commercial',
    dialog: 'Contacter le service commercial',
    message: 'Votre demande',
    messageHint: 'Combien serez-vous, et de quoi avez-vous besoin ?',
    needMessage: 'Écrivez quelques mots.',
    phone: 'Téléphone',
    phoneHint: 'Si vous préférez qu’on vous appelle.',
    seats: 'Places souhaitées',
    answerTo: (email: string) => `La réponse ira à ${email}.`,
    send: 'Envoyer la demande',
    sent: 'Demande envoyée',
    asked: (by: string) => `Demande de ${by}`,
    waiting: 'En attente de réponse',
    answered: 'Traitée',
    wished: (count: number) => `${places(count)} souhaitées`,
    empty: 'Aucune demande pour l’instant.',
  },
}

export type BillingWords = typeof billing
