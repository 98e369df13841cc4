import { CircleAlert, RotateCcw, X } from 'lucide-react'
import type { Attachment } from '#client/uploads/attachment.ts'
import type { ConversationId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { useLive } from '../../../live/use-live.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { FileLine } from './file-line.tsx'
import { percentOf, UploadBar } from './upload-bar.tsx'
import { useDraftFiles } from './use-draft-files.ts'

/** The files that stand beside the words: how far each is, and what is said against it. */
export function FileTray({ conversationId, over }: { conversationId: ConversationId; over: number }) {
  const words = useWords().conversations.files
  const files = useDraftFiles(conversationId)
  if (files.length === 0 && over === 0) return null
  return (
    <div className="grid max-h-44 gap-1.5 overflow-y-auto px-2.5 pt-2">
      {files.length > 0 && (
        <ul aria-label={words.chosen} className="flex flex-wrap items-start gap-1.5">
          {files.map((file) => (
            <TrayFile key={file.id} file={file} />
          ))}
        </ul>
      )}
      {over > 0 && (
        <p role="alert" className="text-xs text-red">
          {words.tooMany(limits.filesPerMessage, over)}
        </p>
      )}
    </div>
  )
}

function TrayFile({ file }: { file: Attachment }) {
  const words = useWords().conversations.files
  const { files } = useLive()
  const reason = file.state === 'lost' ? words.lost(file.name) : file.reason
  return (
    <li
      className={classNames(
        'relative grid max-w-full overflow-hidden rounded-m border bg-surface',
        reason === null ? 'border-line' : 'border-red',
      )}
    >
      <div className="flex w-64 max-w-full items-center gap-2 py-1 pr-1 pl-2.5">
        <FileLine name={file.name} mediaType={file.mediaType} sizeBytes={file.sizeBytes}>
          {reason === null && <> · {progressInWords(file, words)}</>}
        </FileLine>
        {file.state === 'refused' && (
          <IconButton
            icon={RotateCcw}
            size="small"
            label={words.retry(file.name)}
            onPress={() => files.retry(file.id)}
          />
        )}
        <IconButton icon={X} size="small" label={words.remove(file.name)} onPress={() => files.remove(file.id)} />
      </div>
      {reason !== null && (
        <p role="alert" className="flex w-64 max-w-full items-start gap-1 px-2.5 pb-1.5 text-xs text-red">
          <Icon of={CircleAlert} size="xs" className="mt-px flex-none" />
          {reason}
        </p>
      )}
      {file.state === 'sending' && <UploadBar file={file} />}
    </li>
  )
}

function progressInWords(file: Attachment, words: ReturnType<typeof useWords>['conversations']['files']): string {
  if (file.state === 'ready') return words.ready
  return file.state === 'waiting' ? words.waits : words.sending(percentOf(file))
}
