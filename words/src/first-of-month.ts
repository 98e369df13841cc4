/** A date as Intl writes it in a language, with what Intl does not know of French: « mardi 1er décembre ». */
export const withFirst = (date: string, tag: string): string =>
  tag.startsWith('fr') ? date.replace(/\b1(?=\s\p{L}{3})/gu, '1er') : date
