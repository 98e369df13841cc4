/** @jsxImportSource preact */
import type { Attachment } from '#client/uploads/attachment.ts'
import { sizeInWords } from '#client/uploads/size-in-words.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { WidgetFileWords } from '#words/widget-files.ts'
import { Icon } from '../chat/icon.tsx'

interface Props {
  files: readonly Attachment[]
  /** Something about all of them; null: nothing. */
  note: string | null
  words: WidgetFileWords
  locale: Locale
  onRemove(id: string): void
  onRetry(id: string): void
}

/** The files that stand beside the words, above the field: how far each is, and what is said against it. */
export function Tray({ files, note, words, locale, onRemove, onRetry }: Props) {
  if (files.length === 0 && note === null) return null
  return (
    <div class="tray">
      {files.length > 0 && (
        <ul aria-label={words.chosen}>
          {files.map((file) => (
            <li key={file.id} class={file.state}>
              <Icon name={file.reason === null ? 'file' : 'alert'} />
              <span>
                <b dir="auto">{file.name}</b>
                <small role={file.reason === null ? undefined : 'alert'}>
                  {file.reason ?? `${sizeInWords(file.sizeBytes, locale)} · ${progressInWords(file, words)}`}
                </small>
                {file.state === 'sending' && (
                  <progress max={file.sizeBytes} value={file.sentBytes} aria-label={file.name} />
                )}
                {file.state === 'refused' && (
                  <button type="button" class="link" onClick={() => onRetry(file.id)}>
                    {words.retry}
                  </button>
                )}
              </span>
              <button type="button" class="icon" aria-label={words.cancel(file.name)} onClick={() => onRemove(file.id)}>
                <Icon name="x" size="xs" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {note !== null && (
        <p class="no" role="alert">
          {note}
        </p>
      )}
    </div>
  )
}

function progressInWords({ state, sentBytes, sizeBytes }: Attachment, words: WidgetFileWords): string {
  if (state === 'ready') return words.ready
  if (state === 'waiting') return words.waits
  return words.sending(Math.floor((100 * sentBytes) / sizeBytes))
}
