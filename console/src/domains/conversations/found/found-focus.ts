/** Every row of what was found, in the order it stands in. */
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-found-row]')]

/** False: nothing was found. */
export function focusFirstFound(): boolean {
  const [first] = rows()
  first?.focus()
  return first !== undefined
}

/** The row after the one that has the focus, or before it; null: there is none. */
export function neighbourOf(row: HTMLElement, by: 1 | -1): HTMLElement | null {
  const all = rows()
  const place = all.indexOf(row)
  return place === -1 ? null : (all[place + by] ?? null)
}
