/** @jsxImportSource preact */
import { splitLinks } from './links.ts'

/** What somebody wrote: text and links, never markup. Each text reads in its own direction. */
export function Words({ text, seq = null }: { text: string; seq?: number | null }) {
  return (
    <div class="msg" dir="auto" data-seq={seq}>
      {splitLinks(text).map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change their order
          <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
            {piece.href}
          </a>
        ),
      )}
    </div>
  )
}
