import type { RefusalCode } from '#contract/refusals.ts'
import { list, plural } from './grammar.ts'

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
  'sign-up.closed': 'Sur ce serveur, les organisations sont créées par la personne qui le gère.',
  'set-up.done': 'Ce serveur est déjà installé. Connectez-vous.',
  'accounts.sign-in-required': 'Connectez-vous pour continuer.',
  'accounts.sign-in-refused': 'Adresse ou mot de passe incorrect.',
  'accounts.password-wrong': 'Ce n’est pas votre mot de passe actuel.',
  'accounts.password-too-short': 'Le mot de passe doit compter au moins 15 caractères. Une phrase va très bien.',
  'accounts.password-too-common':
    'Ce mot de passe est trop facile à deviner. Quelques mots sans rapport entre eux vont très bien.',
  'accounts.email-same': 'C’est déjà l’adresse de ce compte.',
  'accounts.email-taken':
    'Cette adresse a déjà un compte sur ce serveur. Connectez-vous avec elle, ou choisissez-en une autre.',
  'accounts.email-unproven':
    'L’adresse de ce compte n’est pas encore confirmée. Demandez un lien par « Mot de passe oublié », puis recommencez.',
  'accounts.link-unknown': 'Ce lien n’est pas valable. Il a peut-être déjà servi, ou un lien plus récent l’a remplacé.',
  'accounts.link-expired': 'Ce lien a expiré. Demandez-en un nouveau.',
  'api-keys.unknown': 'Cette clé d’API n’est pas valable : inconnue, révoquée ou arrivée à sa fin.',
  'api-keys.right-missing': ({ right }) => `Cette clé d’API n’a pas le droit « ${String(right)} ».`,
  'api-keys.not-here': 'Les clés d’API n’ont pas cours ici : il faut se connecter.',
  'api-keys.beyond-you': 'Une clé ne peut pas avoir plus de droits que vous.',
  'api-keys.end-refused': 'La fin d’une clé doit être à venir, dans un an au plus.',
  'api-keys.too-many': 'Vous avez déjà 50 clés ici. Révoquez d’abord celles qui ne servent plus.',
  'access.refused': 'Vos droits ne le permettent pas.',
  'access.inactive':
    'Vous n’avez pas accès aux visiteurs pour le moment : quelqu’un de votre organisation doit vous activer.',
  'agents.last-administrator': 'C’est la dernière personne qui administre l’organisation : il en faut toujours une.',
  'agents.above-you':
    'Vous ne pouvez pas agir sur une personne qui a plus de droits que vous, ni donner plus que vous n’avez.',
  'agents.yourself': 'C’est à quelqu’un d’autre d’en décider pour vous.',
  'agents.changed-meanwhile':
    'Quelqu’un a modifié cette personne entre-temps. Relisez ses réglages avant d’enregistrer.',
  'agents.photo-unreadable': 'Ce fichier n’est pas une image lisible. Choisissez une photo JPEG, PNG ou WebP.',
  'agents.photo-too-large': ({ maxPixels }) =>
    maxPixels
      ? `Cette photo a trop de pixels : au plus ${Number(maxPixels)} de côté.`
      : 'Cette photo est trop lourde : au plus 10 Mo.',
  'agents.not-restorable':
    'Cette personne ne peut plus être rétablie : plus de 30 jours ont passé, ou elle n’a pas été supprimée ici.',
  'agents.holds-too-much': 'Cette personne a encore des choses en main qu’il faut d’abord confier à quelqu’un d’autre.',
  'agents.heir-refused': 'La personne choisie ne peut pas reprendre cela. Choisissez-en une autre.',
  'agents.email-of-several':
    'Cette personne appartient à plusieurs organisations : elle seule peut changer son adresse, dans son profil.',
  'agents.already-member': 'Cette personne fait déjà partie de l’organisation.',
  'agents.unproven-account':
    'Cette adresse a déjà un compte, que personne n’a encore confirmé. Invitez plutôt la personne : le lien le confirmera.',
  'conversations.limit-reached': ({ limit }) =>
    `La limite de conversations ouvertes est atteinte (${Number(limit)}). Fermez-en une d’abord.`,
  'roles.unknown': 'Ce rôle n’existe pas, ou plus.',
  'roles.name-taken': 'Un autre rôle porte déjà ce nom.',
  'roles.too-many': ({ limit }) => `Une organisation a au plus ${Number(limit)} rôles à elle. Supprimez-en un d’abord.`,
  'roles.out-of-scope':
    'Certains de ces droits concernent toute l’organisation : un rôle d’un seul sous-compte ne peut pas les avoir.',
  'roles.in-use': ({ people, invitations }) =>
    `Ce rôle est encore donné à ${holders(Number(people), Number(invitations))}. Changez-le d’abord là.`,
  'roles.changed-meanwhile': 'Ce rôle vient d’être modifié par quelqu’un d’autre.',
  'questionnaires.unknown': 'Ce questionnaire n’existe pas dans ce sous-compte.',
  'questionnaires.name-taken': 'Un autre questionnaire de ce sous-compte porte déjà ce nom.',
  'questionnaires.too-many': ({ limit }) =>
    `Une organisation propose au plus ${Number(limit)} questionnaires à la fois. Archivez-en un d’abord.`,
  'questionnaires.changed-meanwhile': 'Ce questionnaire vient d’être modifié par quelqu’un d’autre.',
  'questionnaires.not-publishable': 'Il reste des points à régler avant de publier ce questionnaire.',
  'answers.does-not-fit': 'Cette réponse ne convient pas à la question.',
  'answers.moved-on': 'Vous avez déjà continué ailleurs, peut-être dans un autre onglet.',
  'answers.nobody-now': 'Personne ne peut plus prendre votre demande à l’instant. Choisissez une autre réponse.',
  'answers.to-be-given': 'Répondez d’abord aux questions qui précèdent.',
  'shortcuts.key-taken': 'Un autre raccourci porte déjà ce mot. Choisissez-en un autre.',
  'shortcuts.variable-unknown': ({ name }) =>
    String(name) === ''
      ? 'Il manque le nom de la variable entre les accolades.'
      : `La variable {{${name}}} n’existe pas. Choisissez-la dans la liste.`,
  'shortcuts.too-many': ({ limit }) => `Il y a déjà ${Number(limit)} raccourcis ici. Supprimez-en un d’abord.`,
  'shortcuts.changed-meanwhile': 'Ce raccourci vient d’être modifié par quelqu’un d’autre.',
  'invitations.unknown': 'Cette invitation n’est pas valable. Elle a peut-être déjà servi, ou une autre l’a remplacée.',
  'invitations.expired': 'Cette invitation a expiré. Elle était valable 7 jours.',
  'invitations.other-account': 'Cette invitation est adressée à une autre personne que celle qui est connectée ici.',
  'invitations.sign-in-required': 'Cette adresse a déjà un compte. Connectez-vous pour rejoindre l’organisation.',
  'sub-accounts.required': 'Choisissez un sous-compte pour ce rôle.',
  'sub-accounts.not-allowed': 'Ce rôle a déjà accès à tous les sous-comptes.',
  'sub-accounts.name-taken': 'Un autre sous-compte, peut-être archivé, porte déjà ce nom.',
  'sub-accounts.too-many': ({ limit }) =>
    `Une organisation a au plus ${Number(limit)} sous-comptes à la fois. Archivez-en un d’abord.`,
  'sub-accounts.changed-meanwhile': 'Ce sous-compte vient d’être renommé par quelqu’un d’autre.',
  'sub-accounts.last': 'C’est le dernier sous-compte : une organisation en a toujours un.',
  'sub-accounts.heir-required': 'Ce sous-compte n’est pas vide. Choisissez celui qui reprend ce qu’il contient.',
  'sub-accounts.heir-refused': 'Ce sous-compte ne peut rien reprendre : choisissez-en un autre, qui n’est pas archivé.',
  'notifications.quiet-all-day': 'Les heures calmes doivent finir à une autre heure que celle où elles commencent.',
  'notifications.service-refused': 'Ce serveur n’envoie rien au service de notifications de ce navigateur.',
  'notifications.too-many-browsers': ({ limit }) =>
    `Vous recevez déjà des notifications sur ${limit} navigateurs. Retirez-en un d’abord.`,
  'notifications.not-delivered':
    'Le service de notifications de ce navigateur n’a pas pris la notification. Réessayez plus tard, ou activez-les de nouveau.',
  'billing.no-seat-left': ({ seats, taken, fixed }) =>
    `Il n’y a plus de place : ${Number(taken)} sur ${Number(seats)} sont prises, invitations en cours comprises. ${fixed ? 'Il faut qu’une place se libère.' : 'Le forfait se change dans Paramètres → Facturation.'}`,
  'billing.too-few-seats': ({ taken, seats, remove }) =>
    `${Number(taken)} places sont prises : c’est trop pour ${Number(seats)}. Retirez d’abord ${
      Number(remove) === 1 ? 'une personne ou une invitation' : `${Number(remove)} personnes ou invitations`
    }.`,
  'billing.seats-not-offered': ({ least, most }) =>
    least === most
      ? `Ce forfait compte ${Number(most)} ${Number(most) === 1 ? 'place' : 'places'}, ni plus ni moins.`
      : `Ce forfait compte de ${Number(least)} à ${Number(most)} places.`,
  'billing.by-request': 'Ce forfait se demande au service commercial.',
  'billing.plan-fixed': 'Le forfait est le même pour toutes les organisations de ce serveur : il n’y a rien à changer.',
  'billing.changed-meanwhile': 'Quelqu’un a changé le forfait entre-temps. Relisez-le avant de confirmer.',
  'billing.too-many-requests': 'Plusieurs de vos demandes attendent déjà une réponse.',
  'letters.not-waiting': 'Cette lettre est déjà partie, ou n’a plus lieu d’être.',
  'channels.changed-meanwhile':
    'Quelqu’un a modifié cette messagerie entre-temps. Relisez ses réglages avant d’enregistrer.',
  'channels.site-refused': 'La messagerie n’est pas autorisée sur ce site.',
  'channels.paused': 'On ne peut plus écrire sur cette messagerie pour l’instant.',
  'channels.archived': 'Cette messagerie est archivée. Remettez-la d’abord en service.',
  'channels.hours-backwards': 'Une plage d’ouverture se termine avant de commencer.',
  'channels.hours-overlap': 'Deux plages d’ouverture du même jour se chevauchent.',
  'channels.questionnaire-required': 'Choisissez d’abord le questionnaire qui accueille.',
  'channels.too-many': (details) => `Une organisation a au plus ${Number(details.limit)} messageries.`,
  'conversations.taken': ({ by }) =>
    typeof by === 'string'
      ? `Cette conversation a déjà été prise en charge par ${by}.`
      : 'Cette conversation a déjà été prise en charge.',
  'conversations.closed': 'Cette conversation est fermée.',
  'conversations.not-yours': 'Cette conversation n’est pas la vôtre : prenez-la d’abord en charge.',
  'ratings.not-closed': 'Cette conversation a repris : vous pourrez donner votre avis quand elle sera fermée.',
  'ratings.not-asked': 'Aucun avis n’est demandé pour le moment.',
  'ratings.too-late': 'Cet avis ne peut plus être donné ni changé.',
  'ratings.changed-meanwhile': 'Votre avis a été changé dans un autre onglet. Le voici tel qu’il est.',
  'transcripts.nothing-said': 'Personne n’a encore répondu : il n’y a rien à envoyer.',
  'transcripts.no-address': 'L’adresse e-mail de cette personne n’est pas connue.',
  'transcripts.too-many': 'Cet échange a été envoyé assez souvent aujourd’hui. Réessayez demain.',
  'conversations.receiver-inactive': ({ name }) => `${nameOr(name)} n’a pas accès aux visiteurs en ce moment.`,
  'conversations.receiver-no-access': ({ name }) => `${nameOr(name)} n’a pas accès aux conversations.`,
  'conversations.receiver-language': ({ name }) => `${nameOr(name)} n’accepte pas la langue de cette conversation.`,
  'conversations.receiver-questionnaire': ({ name }) =>
    `${nameOr(name)} ne conseille pas pour le questionnaire de cette conversation.`,
  'conversations.receiver-full': ({ name, limit }) =>
    `${nameOr(name)} a déjà autant de conversations que sa limite le permet (${Number(limit)}).`,
  'files.empty': 'Ce fichier est vide.',
  'files.too-large': ({ maxBytes }) => `Ce fichier est trop lourd : ${megabytes(maxBytes)} au plus.`,
  'files.quota-reached': ({ maxBytes }) =>
    `La limite d’envoi de fichiers est atteinte : ${megabytes(maxBytes)} par jour. Réessayez demain.`,
  'files.id-reused': 'Un autre fichier porte déjà cet identifiant. Choisissez le fichier de nouveau.',
  'files.wrong-piece': 'Ce morceau du fichier n’est pas celui qui était attendu. L’envoi reprend où il en était.',
  'files.incomplete': 'Le fichier n’est pas encore arrivé en entier. L’envoi reprend où il en était.',
  'files.damaged': 'Le fichier s’est abîmé en route. Choisissez-le de nouveau.',
  'files.type-lies': 'Le contenu de ce fichier n’est pas celui que son nom annonce. Il n’a pas été accepté.',
  'files.type-refused': 'Les programmes ne sont pas acceptés, pour la sécurité de tous.',
  'files.unknown': 'Un fichier joint n’est plus disponible. Choisissez-le de nouveau.',
  'messages.mention-refused': ({ name }) =>
    `${nameOr(name)} ne lit pas cette conversation : la note ne peut pas mentionner cette personne.`,
  'messages.not-yours': 'Ce message n’est pas de vous.',
  'messages.too-old': 'Ce message a plus d’un jour : il ne se modifie plus.',
  'messages.deleted': 'Ce message a été supprimé entre-temps.',
  'messages.changed-meanwhile': 'Ce message a été modifié entre-temps. Relisez-le avant d’enregistrer.',
  'messages.id-reused': 'Un autre message porte déjà cet identifiant. Copiez votre texte et envoyez-le de nouveau.',
  'streams.unknown': 'Ce flux n’existe pas, ou n’est pas à votre portée.',
  'reasons.name-taken': 'Un autre motif de ce sous-compte porte déjà ce nom.',
  'reasons.too-many': ({ limit }) => `Ce sous-compte a déjà ${Number(limit)} motifs. Archivez-en un d’abord.`,
  'reasons.changed-meanwhile': 'Ce motif vient d’être modifié par quelqu’un d’autre.',
  'reasons.archived': 'Ce motif est archivé : il n’est plus possible de réserver pour lui.',
  'reasons.taker-unfit': ({ name }) =>
    `${nameOr(name)} ne peut pas recevoir pour ce motif : il faut être de ce sous-compte et avoir le module Rendez-vous.`,
  'reasons.place-missing': 'Indiquez l’adresse du rendez-vous, ou le lien de la visio.',
  'openings.backwards': 'La fin doit venir après le début.',
  'openings.too-long': 'C’est trop long. Faites-en plusieurs, ou répétez une plage plus courte.',
  'openings.too-many': ({ limit }) =>
    `Cet agenda a déjà ${Number(limit)} plages et absences. Supprimez-en une d’abord.`,
  'openings.rule-unknown': 'Cette répétition n’est pas connue.',
  'openings.never': 'Avec cette répétition, la plage n’arrive plus jamais.',
  'openings.no-such-time': 'Cette heure n’existe pas : les horloges la sautent au passage à l’heure d’été.',
  'openings.twice': 'Cette heure existe deux fois, au passage à l’heure d’hiver. Choisissez-en une autre.',
  'openings.changed-meanwhile': 'Cette plage vient d’être modifiée par quelqu’un d’autre.',
  'calendars.changed-meanwhile': 'Cet agenda vient d’être modifié par quelqu’un d’autre.',
  'calendars.holidays-unknown': 'Les jours fériés de cet endroit ne sont pas connus.',
  'calendars.address-refused': 'Cette adresse ne peut pas être lue d’ici : elle doit être publique.',
  'appointments.not-free': 'Ce créneau n’est pas libre.',
  'appointments.slot-taken': 'Ce créneau vient d’être pris. Choisissez-en un autre.',
  'appointments.past': 'Ce moment est déjà passé.',
  'appointments.over': 'Ce rendez-vous est passé ou annulé : il ne change plus.',
  'appointments.not-begun': 'Ce rendez-vous n’a pas encore commencé.',
  'appointments.changed-meanwhile': 'Ce rendez-vous vient d’être modifié par quelqu’un d’autre.',
  'appointments.window-too-long': ({ days }) => `Au plus ${Number(days)} jours à la fois.`,
  'appointments.too-many': ({ limit }) =>
    `Vous avez déjà ${Number(limit)} rendez-vous à venir. Annulez-en un pour en prendre un autre.`,
  'appointments.phone-missing': 'Indiquez le numéro auquel vous appeler.',
  'appointments.nobody-to-write-to': 'Ce rendez-vous est sans adresse e-mail : il n’y a personne à qui écrire.',
  'appointments.not-placed':
    'Certains rendez-vous n’ont pas pu être réaffectés. Rien n’a changé : regardez lesquels, et choisissez à nouveau.',
  'appointments.link-unknown': 'Ce lien ne mène à aucun rendez-vous.',
}

function wait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 seconde' : `${seconds} secondes`
  return `${Math.ceil(seconds / 60)} minutes`
}

const holders = (people: number, invitations: number): string =>
  list([
    ...(people > 0 ? [plural(people, { one: '# personne', other: '# personnes' })] : []),
    ...(invitations > 0 ? [plural(invitations, { one: '# invitation', other: '# invitations' })] : []),
  ])

const megabytes = (bytes: unknown): string => `${Math.floor(Number(bytes ?? 0) / 1024 / 1024)} Mo`

/** A refusal may be read without its details. */
const nameOr = (name: unknown): string => (typeof name === 'string' ? name : 'Cette personne')
