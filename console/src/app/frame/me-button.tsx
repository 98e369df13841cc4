import { lazy, type ReactElement, Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { classNames } from '../../ui/class-names.ts'
import { part } from '../../ui/parts.ts'
import { Avatar } from '../../ui/people/avatar.tsx'
import { useWords } from '../../ui/words.tsx'
import type { FrameProps } from './frame-props.ts'

const loadMenu = part(() => import('./me-menu.tsx'))
const MeMenu = lazy(() => loadMenu().then(({ MeMenu }) => ({ default: MeMenu })))

type MeButtonProps = Pick<
  FrameProps,
  | 'person'
  | 'availability'
  | 'onSignOut'
  | 'organisationId'
  | 'organisations'
  | 'onSwitchOrganisation'
  | 'onMakeOrganisation'
> & {
  look: 'row' | 'icon' | 'tab'
  onKeys?: () => void
}

/** Oneself, at the foot of the rail or of the phone; opens the menu, which is fetched when a hand comes near. */
export function MeButton({ onSignOut, onKeys, ...rest }: MeButtonProps) {
  const [isWanted, setWanted] = useState(false)
  const button = (onPress?: () => void): ReactElement => (
    <MeButtonFace {...rest} onPress={onPress} onNear={() => void loadMenu()} />
  )
  if (!isWanted) return button(() => setWanted(true))
  return (
    <Suspense fallback={button()}>
      <MeMenu {...rest} onSignOut={onSignOut} onKeys={onKeys} trigger={button()} />
    </Suspense>
  )
}

const presences = { available: 'on', away: 'away', inactive: 'off' } as const

const faces = {
  row: 'min-w-0 flex-1 gap-2.5 rounded-m px-2 py-1.5 text-left hover:bg-line aria-expanded:bg-line',
  icon: 'justify-center rounded-m p-1.5 hover:bg-line aria-expanded:bg-line',
  tab: 'h-12 flex-1 flex-col justify-center gap-0.5 rounded-m text-xxs font-medium text-ink-soft -outline-offset-2',
}

interface MeButtonFaceProps extends Pick<MeButtonProps, 'person' | 'availability' | 'look'> {
  onPress?: () => void
  onNear: () => void
}

function MeButtonFace({ person, availability, look, onPress, onNear }: MeButtonFaceProps) {
  const words = useWords().frame
  const state = words.availability[availability.state]
  // Undefined presses must not stand in the way of those the menu's trigger adds.
  const press = onPress ? { onPress } : {}
  return (
    <Button
      {...press}
      onHoverStart={onNear}
      onFocus={onNear}
      aria-label={look === 'icon' ? `${person.name}, ${state}. ${words.me.menu}` : undefined}
      className={classNames('flex cursor-pointer items-center transition-colors', faces[look])}
    >
      <span className={look === 'tab' ? 'grid h-5 place-items-center' : 'contents'}>
        <Avatar
          id={person.id}
          name={person.name}
          photoUrl={person.photoUrl ?? null}
          size={look === 'tab' ? 'tiny' : 'small'}
          presence={presences[availability.state]}
        />
      </span>
      {look === 'tab' && words.tab.me}
      {look === 'tab' && <span className="unseen">{`${person.name}, ${state}`}</span>}
      {look === 'row' && (
        <span className="grid min-w-0 flex-1 leading-tight">
          <span className="truncate text-s font-medium">{person.name}</span>
          <span className="truncate text-xs text-ink-soft">{state}</span>
          <span className="unseen">{words.me.menu}</span>
        </span>
      )}
    </Button>
  )
}
