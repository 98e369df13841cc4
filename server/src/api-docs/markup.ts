/** Text as markup shows it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** `Words` between backticks as code, empty lines as paragraphs; everything else is text. */
export const prose = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${inline(paragraph)}</p>`)
    .join('\n')

export const inline = (text: string): string =>
  escaped(text).replace(/`([^`]+)`/g, (_, code: string) => `<code>${code}</code>`)

export const list = <Item>(items: readonly Item[], draw: (item: Item) => string): string => items.map(draw).join('\n')
