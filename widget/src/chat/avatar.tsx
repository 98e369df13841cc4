/** @jsxImportSource preact */
import { hueOf, initialsOf } from './people.ts'

/** Stands beside a name that is there as text. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span class={`avatar ${hueOf(name)} ${large ? 'l' : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
