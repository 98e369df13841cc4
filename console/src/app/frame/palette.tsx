import { useNavigate } from '@tanstack/react-router'
import {
  Building2,
  CircleCheck,
  CirclePause,
  Keyboard,
  Languages,
  LogOut,
  Send,
  SunMoon,
  UserPlus,
  Users,
} from 'lucide-react'
import { localeNames, locales } from '#words/locale.ts'
import { themeChoices, useTheme } from '../../ui/look/use-theme.ts'
import { type Command, CommandPalette } from '../../ui/overlays/command-palette.tsx'
import { usePageCommands } from '../../ui/overlays/page-commands.ts'
import { useSpeech } from '../../ui/words.tsx'
import type { FrameProps } from './frame-props.ts'
import { grantedPages, grantedSettings } from './navigation.ts'

/** Everything the frame can reach, and what the page in sight adds. */
export function Palette(props: FrameProps & { onClose: () => void; onKeys: () => void }) {
  const { may, availability, onClose } = props
  const { words, locale, speak } = useSpeech()
  const [theme, chooseTheme] = useTheme()
  const navigate = useNavigate()
  const pageCommands = usePageCommands()
  const { frame, ui } = words
  const acts = frame.palette.acts

  const pages: Command[] = [
    ...grantedPages(may).map((page) => ({
      id: `page-${page.key}`,
      group: frame.palette.pages,
      label: frame.pages[page.key],
      icon: page.icon,
      keys: page.keys,
      onRun: () => void navigate({ to: page.to }),
    })),
    ...grantedSettings(may).map((tab) => ({
      id: `settings-${tab.key}`,
      group: frame.palette.pages,
      label: `${frame.pages.settings} → ${frame.pages[tab.key]}`,
      icon: tab.icon,
      onRun: () => void navigate({ to: tab.to }),
    })),
    ...(may.agents
      ? [
          {
            id: 'settings-users',
            group: frame.palette.pages,
            label: `${frame.pages.settings} → ${words.agents.otherTitle}`,
            icon: Users,
            onRun: () => void navigate({ to: '/settings/agents' }),
          },
          {
            id: 'add-agent',
            group: acts,
            label: words.agents.add.title,
            icon: UserPlus,
            onRun: () => void navigate({ to: '/settings/agents/new' }),
          },
          {
            id: 'invite-agents',
            group: acts,
            label: words.invitations.invite.title,
            icon: Send,
            onRun: () => void navigate({ to: '/settings/agents/invite' }),
          },
        ]
      : []),
  ]
  const own: Command[] = [
    ...(availability.state === 'away'
      ? [
          {
            id: 'become-available',
            group: acts,
            label: frame.palette.becomeAvailable,
            icon: CircleCheck,
            onRun: () => availability.onChange('available'),
          },
        ]
      : []),
    ...(availability.state === 'available'
      ? [
          {
            id: 'become-away',
            group: acts,
            label: frame.palette.becomeAway,
            icon: CirclePause,
            onRun: () => availability.onChange('away'),
          },
        ]
      : []),
    ...themeChoices
      .filter((choice) => choice !== theme)
      .map((choice) => ({
        id: `theme-${choice}`,
        group: acts,
        label: frame.palette.theme(ui.theme[choice]),
        icon: SunMoon,
        onRun: () => chooseTheme(choice),
      })),
    ...locales
      .filter((choice) => choice !== locale)
      .map((choice) => ({
        id: `language-${choice}`,
        group: acts,
        label: frame.palette.language(localeNames[choice]),
        icon: Languages,
        onRun: () => speak(choice),
      })),
    ...props.organisations
      .filter(({ id }) => id !== props.organisationId)
      .map(({ id, name }) => ({
        id: `organisation-${id}`,
        group: acts,
        label: frame.organisations.switchTo(name),
        icon: Building2,
        onRun: () => props.onSwitchOrganisation(id),
      })),
    { id: 'keys', group: acts, label: frame.palette.showKeys, icon: Keyboard, keys: '?', onRun: props.onKeys },
    { id: 'sign-out', group: acts, label: frame.me.signOut, icon: LogOut, onRun: props.onSignOut },
  ]
  return <CommandPalette isOpen onClose={onClose} commands={[...pageCommands, ...pages, ...own]} />
}
