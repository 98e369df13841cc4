/** The few words of the widget's launcher, which is on the page before anything else is fetched. */
export const words = {
  open: 'Ouvrir la messagerie',
  close: 'Fermer la messagerie',
  unread: (count: number) => (count === 1 ? '1 message non lu' : `${count} messages non lus`),
  unreachable: 'La messagerie ne répond pas, réessayez',
}

export type LauncherWords = typeof words
