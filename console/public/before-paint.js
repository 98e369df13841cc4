// Runs before the first paint, so that nobody who chose the dark sees a white flash, and screen readers start in the right language.
// A file of its own because the content policy allows no script inside the page.
try {
  const theme = localStorage.getItem('comptoir.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const locale = localStorage.getItem('comptoir.locale')
  if (locale === 'fr' || locale === 'en') document.documentElement.lang = locale
} catch {
  // Fail open: without storage there is no choice to honour.
}
