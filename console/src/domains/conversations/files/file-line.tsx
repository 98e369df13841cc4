import type { ReactNode } from 'react'
import { sizeInWords } from '#client/uploads/size-in-words.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { fileIcon } from './file-icon.ts'

interface FileLineProps {
  name: string
  mediaType: string
  sizeBytes: number
  /** Beside the size. */
  children?: ReactNode
}

/** A file by its icon, name and size. */
export function FileLine({ name, mediaType, sizeBytes, children }: FileLineProps) {
  const { locale } = useSpeech()
  return (
    <>
      <Icon of={fileIcon(mediaType)} size="l" className="flex-none text-ink-soft" />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium">{name}</bdi>{' '}
        <span className="block text-xs text-ink-soft tabular-nums">
          {sizeInWords(sizeBytes, locale)}
          {children}
        </span>
      </span>
    </>
  )
}
