/** The few words of the widget's launcher that are on the page before anything else is fetched. */
export const words = {
  open: 'Ouvrir la messagerie',
  unreachable: 'La messagerie ne répond pas, réessayez',
}

export type LauncherWords = typeof words
