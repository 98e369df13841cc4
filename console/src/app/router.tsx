import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import type { SignedIn } from '#contract/accounts.ts'
import type { Me } from '#contract/agents.ts'
import { linkPaths } from '#contract/links.ts'
import { readPeopleAddress } from '../domains/agents/list/people-address.ts'
import { readCalendarAddress } from '../domains/appointments/address.ts'
import { type ConversationsAddress, lasting, readConversationsAddress } from '../domains/conversations/address.ts'
import { readSearch } from '../domains/journal/search.ts'
import { chooseOrganisation, organisationParam } from '../live/chosen-organisation.ts'
import { preferencesQuery } from '../live/preferences.ts'
import { meQuery, organisationOf, sessionQuery, setUpQuery } from '../live/session.ts'
import { part } from '../ui/parts.ts'
import { FaultPage } from './fault-page.tsx'
import { type FrameMay, grantedPages, grantedSettings, type PageKey, type SettingsKey } from './frame/navigation.ts'
import { frameMay } from './frame-may.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { PendingPage } from './pending-page.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Whose name stands in the bar and the window's title. */
    page?: PageKey | SettingsKey
    /** Has the whole screen of a phone, without bar and tabs. */
    isImmersiveOnPhone?: boolean
    /** Brings its own bar at the top, with its own heading. */
    hasOwnBar?: boolean
    /** Shows one sub-account or all, by the filter at the top right. */
    isOfSubAccount?: boolean
  }
  interface HistoryState {
    /** Words to make a shortcut of, from where they were written. */
    shortcutText?: string
  }
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => <NotFoundPage isWholePage />,
  errorComponent: WholeFault,
})

const lazyPage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(part(load), name)

// Doors: for everybody, signed in or not.

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(setUpQuery),
  component: lazyPage(() => import('../domains/set-up/set-up-page.tsx'), 'SetUpPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string; email?: string; ended?: boolean } => ({
    to: ownPath(search.to),
    email: typeof search.email === 'string' ? search.email : undefined,
    ended: search.ended === true ? true : undefined,
  }),
  component: lazyPage(() => import('../domains/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyPage(() => import('../domains/sign-in/forgotten-password-page.tsx'), 'ForgottenPasswordPage'),
})

const newPassword = createRoute({
  getParentRoute: () => root,
  path: linkPaths.newPassword,
  component: lazyPage(() => import('../domains/sign-in/new-password-page.tsx'), 'NewPasswordPage'),
})

const newAddress = createRoute({
  getParentRoute: () => root,
  path: linkPaths.emailChange,
  component: lazyPage(() => import('../domains/sign-in/new-address-page.tsx'), 'NewAddressPage'),
})

const keepAddress = createRoute({
  getParentRoute: () => root,
  path: linkPaths.emailObjection,
  component: lazyPage(() => import('../domains/sign-in/keep-address-page.tsx'), 'KeepAddressPage'),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(setUpQuery),
  component: lazyPage(() => import('../domains/sign-up/sign-up-page.tsx'), 'SignUpPage'),
})

const newOrganisation = createRoute({
  getParentRoute: () => root,
  path: linkPaths.signUp,
  component: lazyPage(() => import('../domains/sign-up/new-organisation-page.tsx'), 'NewOrganisationPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: linkPaths.invitation,
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(sessionQuery),
  component: lazyPage(() => import('../domains/invitations/accept-page.tsx'), 'AcceptPage'),
})

const loadFrame = () => import('./console-frame.tsx')
const loadConversations = () => import('../domains/conversations/conversations-page.tsx')

// Inside: for somebody who is signed in and belongs to an organisation.

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    fetchAhead(location.pathname)
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) {
      const { needed } = await context.queryClient.fetchQuery(setUpQuery)
      throw needed ? redirect({ to: '/set-up' }) : redirect({ to: '/sign-in', search: { to: ownPath(location.href) } })
    }
    followOrganisation(session, location.searchStr)
    const organisationId = organisationOf(session)
    if (!organisationId) throw redirect({ to: '/sign-in' })
    // The tab stays where it is now, whatever others choose.
    chooseOrganisation(organisationId)
    const [me] = await Promise.all([
      context.queryClient.ensureQueryData(meQuery(organisationId)),
      // Fails quietly: without it every sub-account is shown.
      context.queryClient.prefetchQuery(preferencesQuery(organisationId)),
    ])
    return { me }
  },
  component: lazyPage(loadFrame, 'ConsoleFrame'),
  errorComponent: WholeFault,
})

const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: grantedPages(frameMay(context.me))[0]?.to ?? '/settings' })
  },
})

const conversations = createRoute({
  getParentRoute: () => frame,
  path: '/conversations',
  staticData: { page: 'conversations', isOfSubAccount: true },
  validateSearch: readConversationsAddress,
  component: lazyPage(loadConversations, 'ConversationsPage'),
})

const conversation = createRoute({
  getParentRoute: () => conversations,
  path: '$conversationId',
  // From one to the next the lists stay as they are; whoever goes to Conversations from elsewhere finds them whole.
  search: { middlewares: [retainSearchParams<ConversationsAddress>([...lasting])] },
  staticData: { isImmersiveOnPhone: true },
})
const aboutVisitor = createRoute({ getParentRoute: () => conversation, path: 'about' })

const appointments = createRoute({
  getParentRoute: () => frame,
  path: '/appointments',
  staticData: { page: 'appointments', isOfSubAccount: true },
  validateSearch: readCalendarAddress,
  beforeLoad: ({ context }) => {
    if (!frameMay(context.me).appointments) throw redirect({ to: '/settings' })
  },
  component: lazyPage(() => import('../domains/appointments/appointments-page.tsx'), 'AppointmentsPage'),
})

const appointmentReasons = createRoute({
  getParentRoute: () => frame,
  path: '/appointments/reasons',
  staticData: { page: 'appointments', isOfSubAccount: true },
  beforeLoad: ({ context }) => {
    if (!frameMay(context.me).appointments) throw redirect({ to: '/settings' })
  },
  component: lazyPage(() => import('../domains/appointments/reasons/reasons-page.tsx'), 'ReasonsPage'),
})

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  staticData: { page: 'settings' },
  component: lazyPage(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

/** An address typed by whoever may not is led away here: asking the server for it would be written down as an attempt. */
const onlyWhere =
  (right: keyof FrameMay) =>
  ({ context }: { context: { me: Me } }) => {
    if (!frameMay(context.me)[right]) throw redirect({ to: '/settings' })
  }

const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: grantedSettings(frameMay(context.me))[0]?.to ?? '/settings/profile' })
  },
})

const agents = createRoute({
  getParentRoute: () => settings,
  path: 'agents',
  validateSearch: readPeopleAddress,
  component: lazyPage(() => import('../domains/agents/agents-page.tsx'), 'AgentsPage'),
})
const addAgent = createRoute({
  getParentRoute: () => agents,
  path: 'new',
  component: lazyPage(() => import('../domains/agents/add-agent-page.tsx'), 'AddAgentPage'),
})
const inviteAgents = createRoute({
  getParentRoute: () => agents,
  path: 'invite',
  component: lazyPage(() => import('../domains/agents/invite-agents-page.tsx'), 'InviteAgentsPage'),
})
const editAgent = createRoute({
  getParentRoute: () => agents,
  path: '$agentId',
  component: lazyPage(() => import('../domains/agents/edit-agent-page.tsx'), 'EditAgentPage'),
})
/** What other products call the same place. */
const users = createRoute({
  getParentRoute: () => settings,
  path: 'users',
  beforeLoad: () => {
    throw redirect({ to: '/settings/agents' })
  },
})
const channels = createRoute({
  getParentRoute: () => settings,
  path: 'channels',
  staticData: { isOfSubAccount: true },
  component: lazyPage(() => import('../domains/channels/channels-page.tsx'), 'ChannelsPage'),
})
const channel = createRoute({
  getParentRoute: () => settings,
  path: 'channels/$channelId',
  component: lazyPage(() => import('../domains/channels/channel-page.tsx'), 'ChannelPage'),
})
const roles = createRoute({
  getParentRoute: () => settings,
  path: 'roles',
  beforeLoad: onlyWhere('roles'),
  component: lazyPage(() => import('../domains/roles/roles-page.tsx'), 'RolesPage'),
})
const subAccounts = createRoute({
  getParentRoute: () => settings,
  path: 'sub-accounts',
  beforeLoad: onlyWhere('subAccounts'),
  component: lazyPage(() => import('../domains/sub-accounts/sub-accounts-page.tsx'), 'SubAccountsPage'),
})
const questionnaires = createRoute({
  getParentRoute: () => settings,
  path: 'questionnaires',
  staticData: { isOfSubAccount: true },
  beforeLoad: onlyWhere('questionnaires'),
  component: lazyPage(() => import('../domains/questionnaires/questionnaires-page.tsx'), 'QuestionnairesPage'),
})
const shortcuts = createRoute({
  getParentRoute: () => settings,
  path: 'shortcuts',
  staticData: { isOfSubAccount: true },
  beforeLoad: onlyWhere('shortcuts'),
  component: lazyPage(() => import('../domains/shortcuts/shortcuts-page.tsx'), 'ShortcutsPage'),
})
/** Not below the tabs of Settings: it needs the whole screen. */
const questionnaire = createRoute({
  getParentRoute: () => frame,
  path: '/settings/questionnaires/$questionnaireId',
  staticData: { page: 'questionnaires', isImmersiveOnPhone: true, hasOwnBar: true },
  validateSearch: (search: Record<string, unknown>): { step?: string } =>
    typeof search.step === 'string' ? { step: search.step } : {},
  beforeLoad: onlyWhere('questionnaires'),
  component: lazyPage(() => import('../domains/questionnaires/builder/builder-page.tsx'), 'BuilderPage'),
})
const letters = createRoute({
  getParentRoute: () => settings,
  path: 'letters',
  component: lazyPage(() => import('../domains/letters/letters-page.tsx'), 'LettersPage'),
})
const billing = createRoute({
  getParentRoute: () => settings,
  path: 'billing',
  component: lazyPage(() => import('../domains/billing/billing-page.tsx'), 'BillingPage'),
})
const organisation = createRoute({
  getParentRoute: () => settings,
  path: 'organisation',
  component: lazyPage(() => import('../domains/organisation/organisation-page.tsx'), 'OrganisationPage'),
})
const journal = createRoute({
  getParentRoute: () => settings,
  path: 'journal',
  validateSearch: readSearch,
  // An address typed by whoever may not is led away here: asking the server for it would be written down as an attempt.
  beforeLoad: ({ context }) => {
    if (!frameMay(context.me).journal) throw redirect({ to: '/settings' })
  },
  component: lazyPage(() => import('../domains/journal/journal-page.tsx'), 'JournalPage'),
})
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: 'api-keys',
  component: lazyPage(() => import('../domains/api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
})
const profile = createRoute({
  getParentRoute: () => settings,
  path: 'profile',
  component: lazyPage(() => import('../domains/profile/profile-page.tsx'), 'ProfilePage'),
})

const routeTree = root.addChildren([
  setUp,
  signIn,
  forgottenPassword,
  newPassword,
  newAddress,
  keepAddress,
  signUp,
  newOrganisation,
  invitation,
  frame.addChildren([
    start,
    questionnaire,
    conversations.addChildren([conversation.addChildren([aboutVisitor])]),
    appointments,
    appointmentReasons,
    settings.addChildren([
      settingsStart,
      agents.addChildren([addAgent, inviteAgents, editAgent]),
      users,
      channels,
      channel,
      roles,
      subAccounts,
      questionnaires,
      shortcuts,
      letters,
      billing,
      organisation,
      journal,
      apiKeys,
      profile,
    ]),
  ]),
])

/** Every page of the console, each fetched when it is first opened. */
export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultNotFoundComponent: () => <NotFoundPage />,
    defaultErrorComponent: FaultPage,
    defaultPendingComponent: PendingPage,
    defaultPreload: 'intent',
    scrollRestoration: false,
  })
}

/** A fault before there is a frame to stand in. */
function WholeFault(props: ErrorComponentProps) {
  return (
    <main>
      <FaultPage {...props} isWholePage />
    </main>
  )
}

/** Fetches what a signed-in person will see while the server says who they are, not after. */
function fetchAhead(path: string): void {
  const parts = path.startsWith('/settings') ? [loadFrame] : [loadFrame, loadConversations]
  // Fails quietly: the route fetches it again, and says so.
  for (const load of parts) load().catch(() => undefined)
}

/** An address that carries its organisation opens there, and nowhere else. */
function followOrganisation({ memberships }: SignedIn, search: string): void {
  const wanted = new URLSearchParams(search).get(organisationParam)
  if (wanted && memberships.some(({ organisationId }) => organisationId === wanted)) chooseOrganisation(wanted)
}

/** A path of this console, from an address that may be anybody's; undefined when it is not one, or only the start. */
function ownPath(path: unknown): string | undefined {
  return typeof path === 'string' && /^\/(?![/\\])./.test(path) ? path : undefined
}
