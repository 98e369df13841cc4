import { ImageUp, Trash2 } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { limits } from '#contract/limits.ts'
import { Button } from '../actions/button.tsx'
import { IconButton } from '../actions/icon-button.tsx'
import { FieldGroup } from '../fields/field-group.tsx'
import { useWords } from '../words.tsx'
import { Avatar } from './avatar.tsx'
import { faultOfPhoto, type PhotoChoice, photoMedia } from './photo-file.ts'

interface PhotoFieldProps {
  value: PhotoChoice
  onChange: (photo: PhotoChoice) => void
  error?: string | null
  /** Where the present one is; null: none. */
  presentUrl: string | null
  /** Whose initials stand for it. */
  person: { id: string; name: string }
}

/** Somebody's photo: chosen or dropped, looked at before it is saved, or taken away. */
export function PhotoField({ value, onChange, error, presentUrl, person }: PhotoFieldProps) {
  const words = useWords().ui.photo
  const hintId = useId()
  const [fault, setFault] = useState<string | null>(null)
  const chosenUrl = useFileUrl(value)
  const shownUrl = value === 'none' ? null : (chosenUrl ?? presentUrl)

  const choose = async (file: File | undefined) => {
    if (!file) return
    const found = await faultOfPhoto(file)
    setFault(found === 'tooLarge' ? words.tooLarge(limits.photoPixels) : found && words[found])
    if (found === null) onChange(file)
  }
  const remove = () => {
    setFault(null)
    onChange(presentUrl === null ? 'kept' : 'none')
  }
  return (
    <FieldGroup label={words.label} error={fault ?? error}>
      <DropZone
        aria-label={words.drop}
        getDropOperation={(types) => (photoMedia.some((type) => types.has(type)) ? 'copy' : 'cancel')}
        onDrop={({ items }) => {
          const dropped = items.find((item) => item.kind === 'file')
          if (dropped) void dropped.getFile().then(choose)
        }}
        className="flex items-center gap-4 rounded-m border border-dashed border-line-strong p-3 data-drop-target:border-green data-drop-target:bg-green-wash"
      >
        <Avatar id={person.id} name={person.name} photoUrl={shownUrl} size="large" />
        <div className="grid min-w-0 flex-1 gap-1.5">
          <div className="flex items-center gap-1">
            <FileTrigger acceptedFileTypes={photoMedia} onSelect={(files) => void choose(files?.[0])}>
              <Button size="small" icon={ImageUp} aria-describedby={hintId}>
                {shownUrl ? words.change : words.choose}
              </Button>
            </FileTrigger>
            {shownUrl && <IconButton icon={Trash2} label={words.remove} size="small" onPress={remove} />}
          </div>
          <p id={hintId} className="text-xs text-ink-soft">
            {words.hint}
          </p>
          <p role="status" className="unseen">
            {value instanceof File && words.chosen(value.name)}
          </p>
        </div>
      </DropZone>
    </FieldGroup>
  )
}

/** An address for a chosen file, as long as it is chosen. */
function useFileUrl(value: PhotoChoice): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!(value instanceof File)) return
    const made = URL.createObjectURL(value)
    setUrl(made)
    return () => {
      setUrl(null)
      URL.revokeObjectURL(made)
    }
  }, [value])
  return url
}
