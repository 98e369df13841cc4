/** @jsxImportSource preact */
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import type { View, Visit } from './view.ts'

/** An answer that came while the panel was closed. */
export function Peek({ view: { peek, words }, visit }: { view: View; visit: Visit }) {
  const name = peek?.author.kind === 'agent' ? peek.author.name : ''
  return (
    <div role="status">
      {peek && (
        <div class="peek">
          <button type="button" class="answer" onClick={visit.toggle}>
            <Avatar name={name} />
            <span>
              <b dir="auto">{name}</b>
              <span dir="auto">{peek.text || words.files(peek.files.length, peek.files[0]?.name ?? '')}</span>
            </span>
          </button>
          <button type="button" class="icon" aria-label={words.putAway} onClick={visit.putPeekAway}>
            <Icon name="x" />
          </button>
        </div>
      )}
    </div>
  )
}
