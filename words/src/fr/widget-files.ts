import { plural } from './grammar.ts'

/** What the widget says of files in French; its shape is what every other language must fill. */
export const words = {
  chosen: 'Fichiers joints',
  drop: 'Déposez vos fichiers pour les joindre',
  shown: 'Fichiers',
  sending: (percent: number) => `Envoi… ${percent} %`,
  waits: 'En attente du réseau…',
  ready: 'Prêt',
  cancel: (name: string) => `Retirer ${name}`,
  retry: 'Réessayer',
  tooMany: (most: number, over: number) =>
    plural(over, {
      one: `Au plus ${most} fichiers par message : # fichier n’a pas été joint.`,
      other: `Au plus ${most} fichiers par message : # fichiers n’ont pas été joints.`,
    }),
  lost: (name: string) => `${name} n’a pas été gardé par votre navigateur. Choisissez-le de nouveau.`,
  unnamed: 'fichier',
  enlarge: (name: string) => `Agrandir ${name}`,
  picture: (name: string) => `Image : ${name}`,
  keep: 'Télécharger',
  close: 'Fermer',
  failed: 'Le fichier n’a pas pu être chargé. Réessayez.',
}

export type WidgetFileWords = typeof words
