import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, UserRound } from 'lucide-react'
import type { ReactElement } from 'react'
import { localeNames, locales } from '#words/locale.ts'
import { themeChoices, useTheme } from '../../ui/look/use-theme.ts'
import { Menu, MenuAct, MenuChoice, MenuLine } from '../../ui/overlays/menu.tsx'
import { useSpeech } from '../../ui/words.tsx'
import type { FrameProps } from './frame-props.ts'
import { OrganisationChoice } from './organisation-menu.tsx'

type MeMenuProps = Pick<
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
  /** What opens it. It was pressed already: the menu comes open. */
  trigger: ReactElement
  onKeys?: () => void
}

/** Oneself: availability, profile, theme, language, signing out. */
export function MeMenu({ person, availability, onSignOut, look, trigger, onKeys, ...organisations }: MeMenuProps) {
  const { words, locale, speak } = useSpeech()
  const [theme, chooseTheme] = useTheme()
  const navigate = useNavigate()
  const { frame, ui } = words
  return (
    <Menu
      label={`${person.name}. ${frame.me.menu}`}
      placement={look === 'icon' ? 'right bottom' : 'top start'}
      trigger={trigger}
      isOpenFirst
    >
      {availability.state !== 'inactive' && (
        <MenuChoice
          title={frame.availability.label}
          value={availability.state}
          onChange={availability.onChange}
          options={[
            { id: 'available', label: frame.availability.available, hint: frame.availability.hint.available },
            { id: 'away', label: frame.availability.away, hint: frame.availability.hint.away },
          ]}
        />
      )}
      {availability.state !== 'inactive' && <MenuLine />}
      <MenuAct icon={UserRound} hint={person.email} onAction={() => void navigate({ to: '/settings/profile' })}>
        {frame.me.profile}
      </MenuAct>
      {look === 'tab' && (organisations.organisations.length > 1 || organisations.onMakeOrganisation) && (
        <>
          <MenuLine />
          <OrganisationChoice {...organisations} />
        </>
      )}
      <MenuLine />
      <MenuChoice
        title={ui.theme.label}
        value={theme}
        onChange={chooseTheme}
        options={themeChoices.map((id) => ({ id, label: ui.theme[id] }))}
      />
      <MenuChoice
        title={ui.language}
        value={locale}
        onChange={speak}
        options={locales.map((id) => ({ id, label: localeNames[id] }))}
      />
      <MenuLine />
      {onKeys && (
        <MenuAct icon={Keyboard} tail="?" onAction={onKeys}>
          {frame.me.keys}
        </MenuAct>
      )}
      <MenuAct icon={LogOut} onAction={onSignOut}>
        {frame.me.signOut}
      </MenuAct>
    </Menu>
  )
}
