/** How an agent proposes an appointment in French; its shape is what every other language must fill. */
export const proposal = {
  title: 'Proposer un rendez-vous',
  hint: 'Le visiteur choisit lui-même un créneau, depuis un bouton sous votre message.',
  reason: 'Motif',
  needReason: 'Choisissez un motif.',
  text: 'Votre message',
  needText: 'Écrivez quelques mots.',
  submit: 'Envoyer',
  nothing: 'Aucun motif de rendez-vous n’est proposé aux visiteurs de cette messagerie.',
  /** To the visitor. */
  begins: (title: string) => `Je vous propose un rendez-vous : ${title}. Choisissez le créneau qui vous convient.`,
}

export type ProposalWords = typeof proposal
