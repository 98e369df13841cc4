import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../look/icon.tsx'
import { type Hue, hueOf, initialsOf } from './person-look.ts'

const hues: Record<Hue, string> = {
  green: 'bg-green-wash text-green',
  blue: 'bg-blue-wash text-blue',
  amber: 'bg-amber-wash text-amber',
  violet: 'bg-violet-wash text-violet',
  clay: 'bg-clay-wash text-clay',
}
const sizes = {
  mini: 'size-4.5 text-[8.5px]',
  tiny: 'size-5.5 text-[9px]',
  small: 'size-7 text-xxs',
  medium: 'size-9 text-s',
  large: 'size-10 text-m',
}
const dots = { on: 'bg-green', away: 'bg-amber', off: 'bg-ink-faint' }

interface AvatarProps {
  /** Empty: somebody who has not said who they are. */
  name: string
  /** What the hue follows: the person's id. */
  id: string
  photoUrl?: string | null
  size?: keyof typeof sizes
  /** A dot at the edge; said in words by `presenceLabel`, unless words beside it do. */
  presence?: keyof typeof dots
  presenceLabel?: string
  isMuted?: boolean
}

/** A person's face, or their initials where there is none or it cannot be had. Decoration beside the name, except for the presence it says. */
export function Avatar({
  name,
  id,
  photoUrl = null,
  size = 'medium',
  presence,
  presenceLabel,
  isMuted = false,
}: AvatarProps) {
  const [lostUrl, setLostUrl] = useState<string | null>(null)
  const shownUrl = photoUrl === lostUrl ? null : photoUrl
  const initials = initialsOf(name)
  return (
    <span className={classNames('relative inline-block flex-none', isMuted && 'grayscale')}>
      <span
        aria-hidden="true"
        // Drawn by the style, so that no name, search or copied text holds them.
        data-initials={shownUrl ? '' : initials}
        className={classNames(
          'grid place-items-center overflow-hidden rounded-full font-semibold tracking-wide select-none before:content-[attr(data-initials)]',
          sizes[size],
          initials === '' ? 'bg-sunken text-ink-soft' : hues[hueOf(id)],
        )}
      >
        {shownUrl ? (
          <img src={shownUrl} alt="" className="size-full object-cover" onError={() => setLostUrl(shownUrl)} />
        ) : (
          initials === '' && <Icon of={UserRound} size={size === 'mini' || size === 'tiny' ? 'xxs' : 'm'} />
        )}
      </span>
      {presence && (
        <span
          {...(presenceLabel ? { role: 'img', 'aria-label': presenceLabel } : { 'aria-hidden': true })}
          className={classNames(
            'absolute rounded-full border-(--ground,var(--surface))',
            size === 'mini' || size === 'tiny'
              ? '-right-0.5 -bottom-0.5 size-2 border-[1.5px]'
              : 'right-0 bottom-0 size-2.5 border-2',
            dots[presence],
          )}
        />
      )}
    </span>
  )
}
