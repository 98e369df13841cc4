import type { BrowserContextOptions } from '@playwright/test'
import type { Locale } from '#contract/vocabulary.ts'

export const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 375, height: 812 } } as const
export const themes = ['light', 'dark'] as const

export interface Setting {
  locale: Locale
  size: keyof typeof sizes
}

/** What a page is opened in; each is then looked at in light and in dark, which makes eight looks. */
export const settings: readonly Setting[] = (['fr', 'en'] as const).flatMap((locale) =>
  (['wide', 'phone'] as const).map((size) => ({ locale, size })),
)

export const browserOf = ({ locale, size }: Setting): BrowserContextOptions => ({
  locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
  viewport: sizes[size],
  hasTouch: size === 'phone',
  timezoneId: 'Europe/Paris',
  reducedMotion: 'reduce',
})
