import { Download } from 'lucide-react'
import { filePath } from '#contract/addresses.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { FileLine } from './file-line.tsx'
import { PictureButton } from './picture-button.tsx'

interface MessageFilesProps {
  conversationId: ConversationId
  files: readonly MessageFile[]
}

/** What came with a message: pictures small, the others to be kept. */
export function MessageFiles({ conversationId, files }: MessageFilesProps) {
  const words = useWords().conversations.files
  if (files.length === 0) return null
  return (
    <ul aria-label={words.shown} className="flex max-w-full flex-wrap gap-1.5">
      {files.map((file) => (
        <li key={file.id} className="max-w-full min-w-0">
          {file.width === null ? (
            <FileLink conversationId={conversationId} file={file} />
          ) : (
            <PictureButton conversationId={conversationId} file={file} />
          )}
        </li>
      ))}
    </ul>
  )
}

export function FileLink({ conversationId, file }: { conversationId: ConversationId; file: MessageFile }) {
  const words = useWords().conversations.files
  const { organisationId } = useLive()
  return (
    <a
      href={filePath({ organisationId, conversationId, fileId: file.id })}
      download={file.name}
      className="flex w-64 max-w-full items-center gap-2.5 rounded-m border border-line bg-surface px-2.5 py-1.5 text-ink no-underline transition-colors hover:bg-sunken"
    >
      <span className="unseen">{words.keep} </span>
      <FileLine name={file.name} mediaType={file.mediaType} sizeBytes={file.sizeBytes} />
      <Icon of={Download} size="xs" className="flex-none text-ink-soft" />
    </a>
  )
}
