import type { Attached } from '#client/uploads/attachment.ts'
import { useReadable } from '../../../live/cell.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { FileLine } from './file-line.tsx'
import { percentOf, UploadBar } from './upload-bar.tsx'

/** The files of a message that waits for them: how far each is. */
export function WaitingFiles({ files }: { files: readonly Attached[] }) {
  const words = useWords().conversations.files
  const { files: outgoing } = useLive()
  useReadable(outgoing.changes)
  if (files.length === 0) return null
  return (
    <ul aria-label={words.shown} className="grid max-w-full gap-1.5">
      {files.map((file) => {
        const present = outgoing.find(file.id)
        return (
          <li
            key={file.id}
            className="relative flex w-64 max-w-full items-center gap-2.5 overflow-hidden rounded-m border border-line bg-surface px-2.5 py-1.5"
          >
            <FileLine name={file.name} mediaType={file.mediaType} sizeBytes={file.sizeBytes}>
              {present?.state === 'sending' && <> · {words.sending(percentOf(present))}</>}
            </FileLine>
            {present?.state === 'sending' && <UploadBar file={present} />}
          </li>
        )
      })}
    </ul>
  )
}
