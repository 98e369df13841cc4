import { ChevronsUpDown } from 'lucide-react'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/look/icon.tsx'
import { part } from '../../ui/parts.ts'
import { initialsOf } from '../../ui/people/person-look.ts'
import { useWords } from '../../ui/words.tsx'
import type { FrameProps } from './frame-props.ts'

const loadMenu = part(() => import('./organisation-menu.tsx'))
const OrganisationMenu = lazy(() => loadMenu().then((file) => ({ default: file.OrganisationMenu })))

type OrganisationButtonProps = Pick<
  FrameProps,
  'organisationName' | 'organisationId' | 'organisations' | 'onSwitchOrganisation' | 'onMakeOrganisation'
> & { isFolded: boolean }

/** Where one is, at the foot of the rail; opens the others, where there are any. */
export function OrganisationButton(props: OrganisationButtonProps) {
  const [isWanted, setWanted] = useState(false)
  const { organisationName: name, isFolded, organisations, onMakeOrganisation } = props
  const news = organisations.some(({ isNews }) => isNews)
  if (organisations.length < 2 && !onMakeOrganisation) {
    return (
      <div className={classNames('flex min-w-0 items-center gap-2.5 py-1.5', !isFolded && 'px-2')} title={name}>
        <Badge name={name} isFolded={isFolded} />
      </div>
    )
  }
  const button = (onPress?: () => void): ReactElement => (
    <Face name={name} isFolded={isFolded} hasNews={news} onPress={onPress} onNear={() => void loadMenu()} />
  )
  if (!isWanted) return button(() => setWanted(true))
  return (
    <Suspense fallback={button()}>
      <OrganisationMenu {...props} placement={isFolded ? 'right bottom' : 'top start'} trigger={button()} />
    </Suspense>
  )
}

interface FaceProps {
  name: string
  isFolded: boolean
  /** One of the others is new. */
  hasNews: boolean
  onPress?: () => void
  onNear: () => void
}

function Face({ name, isFolded, hasNews, onPress, onNear }: FaceProps) {
  const words = useWords().frame.organisations
  // Undefined presses must not stand in the way of those the menu's trigger adds.
  const press = onPress ? { onPress } : {}
  return (
    <Button
      {...press}
      onHoverStart={onNear}
      onFocus={onNear}
      className={classNames(
        'relative flex min-w-0 cursor-pointer items-center gap-2.5 rounded-m py-1.5 text-left transition-colors hover:bg-line aria-expanded:bg-line',
        isFolded ? 'px-1.5' : 'px-2',
      )}
    >
      <Badge name={name} isFolded={isFolded} />
      <span className="unseen">{words.menu}</span>
      {!isFolded && <Icon of={ChevronsUpDown} className="ml-auto flex-none text-ink-soft" />}
      {hasNews && <span aria-hidden="true" className="absolute top-1 left-7 size-2 rounded-full bg-green" />}
    </Button>
  )
}

function Badge({ name, isFolded }: { name: string; isFolded: boolean }) {
  return (
    <>
      <span
        aria-hidden="true"
        className="grid size-7 flex-none place-items-center rounded-s bg-badge text-xs font-semibold text-badge-ink"
      >
        {initialsOf(name)}
      </span>
      <span className={isFolded ? 'unseen' : 'truncate text-s font-medium'}>{name}</span>
    </>
  )
}
