import { ArrowLeft, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'

/** Where the column does not fit: over the thread's right side, or the whole screen of a phone. Escape closes it. */
export function AboutPanel({
  isPhone,
  onClose,
  children,
}: {
  isPhone: boolean
  onClose: () => void
  children: ReactNode
}) {
  const words = useWords()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={words.conversations.about.title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="absolute inset-y-0 right-0 z-10 w-75 overflow-y-auto border-l border-line bg-surface text-s shadow-float outline-none phone:inset-0 phone:w-auto phone:border-0 phone:text-m phone:shadow-none"
    >
      {isPhone ? (
        <Button
          onPress={onClose}
          className="flex h-13 w-full cursor-pointer items-center gap-2 border-b border-line px-3 font-medium"
        >
          <Icon of={ArrowLeft} size="l" className="text-ink-soft" />
          {words.conversations.about.backToThread}
        </Button>
      ) : (
        <div className="flex h-11 items-center justify-between border-b border-line pr-2 pl-4 font-semibold">
          <span aria-hidden>{words.conversations.about.title}</span>
          <IconButton icon={X} label={words.ui.close} size="small" onPress={onClose} />
        </div>
      )}
      {children}
    </aside>
  )
}
