import type { RefusalCode } from '#contract/refusals.ts'

export type RefusalWords = Record<RefusalCode, string | ((details: Record<string, unknown>) => string)>

export const refusals: RefusalWords = {
  'request.invalid': 'Certaines informations ne conviennent pas. Corrigez-les et réessayez.',
  'request.too-large': 'C’est trop volumineux pour être accepté.',
  'request.too-many': ({ retryAfterSeconds }) =>
    `Trop d’essais d’affilée. Réessayez dans ${wait(Number(retryAfterSeconds ?? 60))}.`,
  'request.origin-refused': 'Cette page n’a pas le droit d’agir ici.',
  'request.not-found': 'Introuvable. Cela n’existe pas, n’existe plus, ou n’est pas à votre portée.',
  'request.fault': 'Une erreur est survenue de notre côté. Rien n’a été changé. Réessayez dans un instant.',
  'request.unavailable': 'Le serveur n’est pas joignable en ce moment. Réessayez dans un instant.',
  'set-up.done': 'Ce serveur est déjà installé. Connectez-vous.',
  'accounts.sign-in-required': 'Connectez-vous pour continuer.',
  'accounts.sign-in-refused': 'Adresse ou mot de passe incorrect.',
  'accounts.password-wrong': 'Ce n’est pas votre mot de passe actuel.',
  'accounts.password-too-short': 'Le mot de passe doit compter au moins 15 caractères. Une phrase va très bien.',
  'accounts.password-too-common':
    'Ce mot de passe est trop facile à deviner. Quelques mots sans rapport entre eux vont très bien.',
  'accounts.link-unknown': 'Ce lien n’est pas valable. Il a peut-être déjà servi, ou un lien plus récent l’a remplacé.',
  'accounts.link-expired': 'Ce lien a expiré. Demandez-en un nouveau.',
  'access.refused': 'Vos droits ne le permettent pas.',
  'access.inactive': 'Vous êtes inactif : vous ne pouvez pas parler aux visiteurs pour le moment.',
  'agents.last-administrator': 'C’est la dernière personne qui administre l’organisation : il en faut toujours une.',
  'agents.above-you':
    'Vous ne pouvez pas agir sur une personne qui a plus de droits que vous, ni donner plus que vous n’avez.',
  'invitations.unknown': 'Cette invitation n’est pas valable. Elle a peut-être déjà servi, ou une autre l’a remplacée.',
  'invitations.expired': 'Cette invitation a expiré. Elle était valable 7 jours.',
  'invitations.other-account': 'Cette invitation est adressée à une autre personne que celle qui est connectée ici.',
  'invitations.sign-in-required': 'Cette adresse a déjà un compte. Connectez-vous pour rejoindre l’organisation.',
  'sub-accounts.required': 'Choisissez un sous-compte pour ce rôle.',
  'sub-accounts.not-allowed': 'Ce rôle a déjà accès à tous les sous-comptes.',
  'letters.not-waiting': 'Cette lettre est déjà partie, ou n’a plus lieu d’être.',
  'channels.changed-meanwhile':
    'Quelqu’un a modifié cette messagerie entre-temps. Relisez ses réglages avant d’enregistrer.',
  'channels.site-refused': 'La messagerie n’est pas autorisée sur ce site.',
  'conversations.taken': ({ by }) =>
    typeof by === 'string'
      ? `Cette conversation a déjà été prise en charge par ${by}.`
      : 'Cette conversation a déjà été prise en charge.',
  'conversations.closed': 'Cette conversation est fermée.',
  'conversations.not-yours': 'Cette conversation n’est pas la vôtre : prenez-la d’abord en charge.',
  'messages.id-reused': 'Un autre message porte déjà cet identifiant. Copiez votre texte et envoyez-le de nouveau.',
  'streams.unknown': 'Ce flux n’existe pas, ou n’est pas à votre portée.',
}

function wait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 seconde' : `${seconds} secondes`
  return `${Math.ceil(seconds / 60)} minutes`
}
