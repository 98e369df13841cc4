import {
  Building2,
  CalendarDays,
  ClipboardList,
  CreditCard,
  KeyRound,
  Mail,
  MessagesSquare,
  Plug,
  ScrollText,
  Settings,
  ShieldCheck,
  Store,
  UserRound,
  Users,
  Zap,
} from 'lucide-react'
import type { LucideIcon } from '../../ui/look/icon.tsx'

/** What a person may be offered; it comes with their own membership, never from a guess of ours. */
export interface FrameMay {
  conversations: boolean
  appointments: boolean
  agents: boolean
  channels: boolean
  subAccounts: boolean
  roles: boolean
  questionnaires: boolean
  shortcuts: boolean
  letters: boolean
  journal: boolean
  billing: boolean
  organisation: boolean
}

export type PageKey = 'conversations' | 'appointments' | 'settings'

export interface NavigationPage {
  key: PageKey
  to: '/conversations' | '/appointments' | '/settings'
  icon: LucideIcon
  /** Typed one after the other. */
  keys: string
  /** Drawn below a line: not the day's work. */
  isApart: boolean
}

const pages: readonly (NavigationPage & { isGranted(may: FrameMay): boolean })[] = [
  {
    key: 'conversations',
    to: '/conversations',
    icon: MessagesSquare,
    keys: 'g c',
    isApart: false,
    isGranted: (may) => may.conversations,
  },
  {
    key: 'appointments',
    to: '/appointments',
    icon: CalendarDays,
    keys: 'g a',
    isApart: false,
    isGranted: (may) => may.appointments,
  },
  // One's own profile is there for everybody.
  { key: 'settings', to: '/settings', icon: Settings, keys: 'g s', isApart: true, isGranted: () => true },
]

/** The pages of the rail, in its order; only what is granted. A new page is a line here and a route in router.tsx. */
export const grantedPages = (may: FrameMay): readonly NavigationPage[] => pages.filter((page) => page.isGranted(may))

export type SettingsKey =
  | 'agents'
  | 'roles'
  | 'sub-accounts'
  | 'channels'
  | 'questionnaires'
  | 'shortcuts'
  | 'letters'
  | 'billing'
  | 'organisation'
  | 'journal'
  | 'api-keys'
  | 'profile'

export interface SettingsTab {
  key: SettingsKey
  to: `/settings/${SettingsKey}`
  icon: LucideIcon
}

/** The tabs of Settings; only what is granted; what is one's own last and always. */
export function grantedSettings(may: FrameMay): readonly SettingsTab[] {
  const tabs: (SettingsTab & { isGranted: boolean })[] = [
    { key: 'agents', to: '/settings/agents', icon: Users, isGranted: may.agents },
    { key: 'roles', to: '/settings/roles', icon: ShieldCheck, isGranted: may.roles },
    { key: 'sub-accounts', to: '/settings/sub-accounts', icon: Store, isGranted: may.subAccounts },
    { key: 'channels', to: '/settings/channels', icon: Plug, isGranted: may.channels },
    {
      key: 'questionnaires',
      to: '/settings/questionnaires',
      icon: ClipboardList,
      isGranted: may.questionnaires,
    },
    { key: 'shortcuts', to: '/settings/shortcuts', icon: Zap, isGranted: may.shortcuts },
    { key: 'letters', to: '/settings/letters', icon: Mail, isGranted: may.letters },
    { key: 'billing', to: '/settings/billing', icon: CreditCard, isGranted: may.billing },
    { key: 'organisation', to: '/settings/organisation', icon: Building2, isGranted: may.organisation },
    { key: 'journal', to: '/settings/journal', icon: ScrollText, isGranted: may.journal },
    { key: 'profile', to: '/settings/profile', icon: UserRound, isGranted: true },
    { key: 'api-keys', to: '/settings/api-keys', icon: KeyRound, isGranted: true },
  ]
  return tabs.filter(({ isGranted }) => isGranted)
}
