/** @jsxImportSource preact */
import { Icon } from './icon.tsx'
import type { View } from './view.ts'

/** Says when something is not as it should be. */
export function Strip({ view: { line, fragile, waiting, words } }: { view: View }) {
  const text =
    line === 'fine'
      ? fragile && waiting.length > 0
        ? words.notKept
        : null
      : line === 'offline' && fragile
        ? words.notKept
        : words[line]
  return (
    <div role="status">
      {text && (
        <p class="strip">
          <Icon name="alert" />
          <span>
            {text}{' '}
            {line === 'outdated' && (
              <button type="button" class="link" onClick={() => location.reload()}>
                {words.reload}
              </button>
            )}
          </span>
        </p>
      )}
    </div>
  )
}
