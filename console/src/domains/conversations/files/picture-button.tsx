import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { filePath } from '#contract/addresses.ts'
import type { ConversationId } from '#contract/ids.ts'
import type { MessageFile } from '#contract/messages.ts'
import { useLive } from '../../../live/use-live.tsx'
import { useWords } from '../../../ui/words.tsx'
import { PictureDialog } from './picture-dialog.tsx'

/** Either side of a picture in the thread, in pixels. */
const mostWide = 280
const mostHigh = 240

/** A picture made small, at its size from the first moment; pressed, it is shown larger. */
export function PictureButton({ conversationId, file }: { conversationId: ConversationId; file: MessageFile }) {
  const words = useWords().conversations.files
  const { organisationId } = useLive()
  const [isLarge, setLarge] = useState(false)
  const { width, height } = shownSize(file)
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

function shownSize({ width, height }: MessageFile): { width: number; height: number } {
  const [wide, high] = [width ?? mostWide, height ?? mostHigh]
  const scale = Math.min(1, mostWide / wide, mostHigh / high)
  return { width: Math.max(40, Math.round(wide * scale)), height: Math.max(24, Math.round(high * scale)) }
}
