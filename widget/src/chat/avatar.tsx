/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { photoPath } from '#contract/addresses.ts'
import { hueOf, initialsOf } from './people.ts'

interface Props {
  name: string
  large?: boolean
  photoId?: string | null
  /** Where the photo comes from. */
  origin?: string
}

/** Stands beside a name that is there as text: a photo, and initials where there is none, or none that this page lets in. */
export function Avatar({ name, large = false, photoId = null, origin = '' }: Props) {
  const [lost, setLost] = useState<string | null>(null)
  const look = `avatar ${hueOf(name)} ${large ? 'l' : ''}`
  if (photoId && photoId !== lost)
    return <img class={look} src={origin + photoPath(photoId)} alt="" onError={() => setLost(photoId)} />
  return (
    <span class={look} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
