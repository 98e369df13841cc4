import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { filePath } from '#contract/addresses.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { PictureDialog } from './picture-dialog.tsx'

/** Either side of a picture, in pixels: among words, and in the narrow column beside them. */
const most = { thread: { width: 280, height: 240 }, beside: { width: 200, height: 96 } }

interface PictureButtonProps {
  conversationId: ConversationId
  file: MessageFile
  among?: keyof typeof most
}

/** A picture made small, at its size from the first moment; pressed, it is shown larger. */
export function PictureButton({ conversationId, file, among = 'thread' }: PictureButtonProps) {
  const words = useWords().conversations.files
  const { organisationId } = useLive()
  const [isLarge, setLarge] = useState(false)
  const { width, height } = shownSize(file, most[among])
  return (
    <>
      <AriaButton
        aria-label={words.enlarge(file.name)}
        onPress={() => setLarge(true)}
        className="block max-w-full cursor-zoom-in overflow-hidden rounded-m border border-line bg-sunken"
      >
        <img
          src={`${filePath({ organisationId, conversationId, fileId: file.id })}/preview`}
          alt={file.name}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          draggable={false}
          className="block h-auto max-w-full object-cover text-xs text-ink-soft"
        />
      </AriaButton>
      <PictureDialog
        isOpen={isLarge}
        onClose={() => setLarge(false)}
        file={file}
        src={filePath({ organisationId, conversationId, fileId: file.id })}
      />
    </>
  )
}

function shownSize(file: MessageFile, most: { width: number; height: number }): { width: number; height: number } {
  const [wide, high] = [file.width ?? most.width, file.height ?? most.height]
  const scale = Math.min(1, most.width / wide, most.height / high)
  return { width: Math.max(40, Math.round(wide * scale)), height: Math.max(24, Math.round(high * scale)) }
}
