import { CalendarPlus, Smile, Zap } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { createPortal } from 'react-dom'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { part } from '../../../ui/parts.ts'
import { useWords } from '../../../ui/words.tsx'
import { AttachButton } from '../files/attach-button.tsx'

const EmojiPicker = lazy(
  part(() => import('./emoji/emoji-picker.tsx').then(({ EmojiPicker }) => ({ default: EmojiPicker }))),
)

interface WritingToolsProps {
  /** Where the picker is drawn. */
  above: HTMLElement | null
  /** Absent: shortcuts are not for the reader. */
  onShortcuts?: (() => void) | undefined
  /** Absent: no appointment is proposed here. */
  onPropose?: (() => void) | undefined
  onFiles: (files: File[]) => void
  onEmoji: (emoji: string) => void
  /** The picker was closed. */
  onLeave: () => void
}

/** What helps writing: files, emoji and shortcuts; and proposing an appointment. */
export function WritingTools({ above, onShortcuts, onPropose, onFiles, onEmoji, onLeave }: WritingToolsProps) {
  const words = useWords()
  const [isPicking, setPicking] = useState(false)
  const close = () => {
    setPicking(false)
    onLeave()
  }
  return (
    <div className="mr-auto flex items-center">
      <AttachButton onFiles={onFiles} />
      <IconButton
        icon={Smile}
        label={words.emoji.open}
        isOn={isPicking}
        onPress={() => (isPicking ? close() : setPicking(true))}
      />
      {onShortcuts && <IconButton icon={Zap} label={words.shortcuts.menu.open} keys="/" onPress={onShortcuts} />}
      {onPropose && <IconButton icon={CalendarPlus} label={words.conversations.composer.propose} onPress={onPropose} />}
      {isPicking &&
        above &&
        createPortal(
          <Suspense>
            <EmojiPicker
              onChoose={(emoji) => {
                onEmoji(emoji)
                setPicking(false)
              }}
              onClose={close}
            />
          </Suspense>,
          above,
        )}
    </div>
  )
}
