import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'

/**
 * Whether an answer says what is expected: every field that is named, lists as a whole and in any order. The order of lists of
 * conversations, and the shape of what is not named, are others' to prove.
 */
export function agrees(answer: unknown, expected: unknown, what: string): void {
  const [said, meant] = [cutTo(expected, answer), sorted(expected)]
  // Naming the difference is dear: only where there is one.
  if (!isDeepStrictEqual(said, meant)) assert.deepEqual(said, meant, what)
}

/** Of what was said, the fields that are expected; the members of a list by what names them. */
function cutTo(expected: unknown, said: unknown): unknown {
  if (Array.isArray(said) && Array.isArray(expected)) {
    const meant = new Map(expected.map((member) => [keyOf(member), member]))
    return inOrder(said).map((member) => cutTo(meant.get(keyOf(member)) ?? member, member))
  }
  if (typeof expected !== 'object' || expected === null || typeof said !== 'object' || said === null) return said
  return Object.fromEntries(Object.entries(expected).map(([name, inner]) => [name, cutTo(inner, Object(said)[name])]))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return inOrder(value).map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sorted(inner)]))
}

const inOrder = (list: readonly unknown[]): unknown[] =>
  list.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

const keyOf = (value: unknown): string => {
  const { id, seq, stream, stepId, version } = Object(value)
  return JSON.stringify(seq ?? id ?? stream ?? stepId ?? version ?? value)
}
