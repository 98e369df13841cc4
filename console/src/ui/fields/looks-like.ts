/** Whether a text could be an e-mail address at all. The server has the last word; a letter to it the very last. */
export const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text.trim())

/** Whether a text could be a site: `shop.example`, `*.shop.example`, `localhost:8080`; no scheme, no path. */
export const looksLikeSite = (text: string) =>
  /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/i.test(text.trim())
