/** The name that takes the fewest letters changed, added or left out to become (Levenshtein's distance). */
export function nearestName(wanted: string, names: string[]): string {
  const byDistance = names.map((name) => ({ name, distance: distanceBetween(wanted, name) }))
  return byDistance.reduce((best, next) => (next.distance < best.distance ? next : best)).name
}

function distanceBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
