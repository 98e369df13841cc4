import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { useWords } from '../../../ui/words.tsx'

/** Chooses files from the device. */
export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const words = useWords().conversations.files
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton icon={Paperclip} label={words.attach} onPress={() => field.current?.click()} />
      <input
        ref={field}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          // The list is the browser's own: it empties with the field.
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}
