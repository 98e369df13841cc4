import { Copy, Globe, Inbox, Mail, Pencil, Plus, Search, Send, Store, Trash2, UserPlus } from 'lucide-react'
import { type ComponentType, type ReactNode, useState } from 'react'
import { Frame } from '../src/app/frame/frame.tsx'
import type { ConnectionState } from '../src/app/frame/frame-props.ts'
import { Palette } from '../src/app/frame/palette.tsx'
import { AcceptScreen } from '../src/domains/invitations/accept-screen.tsx'
import { DeadLinkScreen } from '../src/domains/invitations/dead-link-screen.tsx'
import { OtherAccountBanner } from '../src/domains/invitations/other-account-banner.tsx'
import { SetUpScreen } from '../src/domains/set-up/set-up-screen.tsx'
import { ForgottenPasswordScreen } from '../src/domains/sign-in/forgotten-password-screen.tsx'
import { NewPasswordScreen } from '../src/domains/sign-in/new-password-screen.tsx'
import { SignInScreen } from '../src/domains/sign-in/sign-in-screen.tsx'
import { Button } from '../src/ui/actions/button.tsx'
import { IconButton } from '../src/ui/actions/icon-button.tsx'
import { Banner, Notice } from '../src/ui/feedback/notice.tsx'
import { LanguageTag, Pill } from '../src/ui/feedback/pill.tsx'
import { SkeletonRows } from '../src/ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../src/ui/feedback/states.tsx'
import { Checkbox } from '../src/ui/fields/checkbox.tsx'
import { ChoiceCards } from '../src/ui/fields/choice-cards.tsx'
import { ComboBox } from '../src/ui/fields/combo-box.tsx'
import { CopyField } from '../src/ui/fields/copy-field.tsx'
import { PasswordField } from '../src/ui/fields/password-field.tsx'
import { Segments } from '../src/ui/fields/segments.tsx'
import { Select } from '../src/ui/fields/select.tsx'
import { Switch } from '../src/ui/fields/switch.tsx'
import { TextField } from '../src/ui/fields/text-field.tsx'
import { type Column, Table } from '../src/ui/lists/table.tsx'
import { Tabs } from '../src/ui/lists/tabs.tsx'
import { useSorted } from '../src/ui/lists/use-sorted.ts'
import { VirtualList } from '../src/ui/lists/virtual-list.tsx'
import { AlertDialog } from '../src/ui/overlays/alert-dialog.tsx'
import { Dialog } from '../src/ui/overlays/dialog.tsx'
import { KeysSheet } from '../src/ui/overlays/keys-sheet.tsx'
import { Menu, MenuAct, MenuLine, RowMenu } from '../src/ui/overlays/menu.tsx'
import { toasts } from '../src/ui/overlays/toast-queue.ts'
import { ToastRegion } from '../src/ui/overlays/toast-region.tsx'
import { Avatar } from '../src/ui/people/avatar.tsx'
import { PersonLine } from '../src/ui/people/person-line.tsx'
import { ClockTime, Duration, RelativeTime } from '../src/ui/time/relative-time.tsx'

const minuteMs = 60_000
const ago = (ms: number) => new Date(Date.now() - ms)
const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
const later = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_500))

function Box({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 rounded-l border border-line bg-surface p-5">
      <h2 className="text-xs font-medium text-ink-soft">{title}</h2>
      {children}
    </section>
  )
}

function Parts() {
  const [text, setText] = useState('Maison Verdier')
  const [password, setPassword] = useState('quatre tasses bleues')
  const [isOn, setOn] = useState(true)
  const [role, setRole] = useState<'agent' | 'manager'>('agent')
  const [range, setRange] = useState<'day' | 'week' | 'month'>('day')
  const [place, setPlace] = useState<string | null>('lille')
  const places = [
    { id: 'lille', label: 'Lille, Vieux-Lille', icon: Store },
    { id: 'lyon', label: 'Lyon, Pentes de la Croix-Rousse', icon: Store, hint: 'Ouverte du mardi au samedi' },
    { id: 'paris', label: 'Paris, Marais', icon: Store, isDisabled: true },
  ]
  return (
    <main className="grid grid-cols-3 gap-4 p-6 narrow:grid-cols-2 phone:grid-cols-1 phone:p-3">
      <Box title="Buttons">
        <div className="flex flex-wrap gap-2">
          <Button kind="main" icon={UserPlus}>
            Inviter
          </Button>
          <Button icon={Plus}>Ajouter</Button>
          <Button kind="quiet">Annuler</Button>
          <Button kind="danger" icon={Trash2}>
            Supprimer
          </Button>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button kind="main" isBusy>
            Enregistrer
          </Button>
          <Button isDisabled>Désactivé</Button>
          <Button size="small">Petit</Button>
          <Button kind="main" keys="enter" icon={Send}>
            Envoyer
          </Button>
          <IconButton icon={Pencil} label="Modifier" />
          <IconButton icon={Copy} label="Copier" isOn />
        </div>
      </Box>
      <Box title="Text">
        <TextField label="Nom de l’organisation" value={text} onChange={setText} hint="Vos visiteurs le voient." />
        <TextField label="Adresse e-mail" value="paul.lemoine@maison-verdier" error="Adresse incomplète" icon={Mail} />
        <TextField
          label="Adresse e-mail"
          value="sofia.nowak@maison-verdier.exemple"
          lockedReason="L’invitation est pour cette adresse seulement."
        />
        <TextField label="Description" isOptional value="" placeholder="Quelques mots" rows={2} />
      </Box>
      <Box title="Passwords">
        <PasswordField label="Mot de passe" value="" purpose={{ kind: 'new', minLength: 15 }} />
        <PasswordField label="Mot de passe" value="quatre" purpose={{ kind: 'new', minLength: 15 }} />
        <PasswordField label="Mot de passe" value="quatre tasses" purpose={{ kind: 'new', minLength: 15 }} />
        <PasswordField
          label="Mot de passe"
          value={password}
          onChange={setPassword}
          purpose={{ kind: 'new', minLength: 15 }}
        />
      </Box>
      <Box title="Choices">
        <Select label="Sous-compte" icon={Store} options={places} value={place} onChange={setPlace} />
        <Select
          label="Sous-compte"
          options={places}
          value={null}
          onChange={setPlace}
          error="Choisissez un sous-compte."
        />
        <Select
          label="Sous-compte"
          options={places}
          value="lyon"
          onChange={setPlace}
          lockedReason="Ce rôle a accès à tous les sous-comptes."
        />
        <ComboBox label="Langue" options={places} value={place} onChange={setPlace} icon={Search} />
        <div className="flex flex-wrap gap-2">
          <Select
            look="pick"
            label="Rôle"
            options={[{ id: 'all', label: 'tous' }]}
            value="all"
            onChange={() => undefined}
          />
          <Select look="pick" icon={Store} label="Sous-compte" options={places} value={place} onChange={setPlace} />
        </div>
      </Box>
      <Box title="On and off">
        <Checkbox isSelected={isOn} onChange={setOn}>
          Se souvenir de cet appareil 30 jours
        </Checkbox>
        <Checkbox isSelected={!isOn} onChange={(next) => setOn(!next)} hint="Une remarque en dessous.">
          Une autre
        </Checkbox>
        <Checkbox isSelected lockedReason="Ce rôle comprend tous les modules.">
          Conversations
        </Checkbox>
        <Switch
          label="Actifs dès l’arrivée"
          hint="Ces agents pourront parler aux visiteurs sitôt leur mot de passe choisi."
          isOn={isOn}
          onChange={setOn}
        />
        <div className="flex gap-4">
          <Switch label="Actif" isLabelUnseen isOn={false} onChange={setOn} />
          <Switch label="Actif" isLabelUnseen isOn isBusy />
          <Switch label="Actif" isLabelUnseen isOn lockedReason="C’est la dernière personne à administrer." />
          <Switch label="Actif" isLabelUnseen isOn={false} isDisabled />
        </div>
        <Segments
          label="Période"
          value={range}
          onChange={setRange}
          options={[
            { id: 'day', label: 'Aujourd’hui' },
            { id: 'week', label: '7 jours' },
            { id: 'month', label: '30 jours' },
          ]}
        />
      </Box>
      <Box title="Cards to choose from">
        <ChoiceCards
          label="Rôle"
          value={role}
          onChange={setRole}
          options={[
            { id: 'manager', label: 'Manager', hint: 'Dirige un sous-compte : ses agents et ses messageries.' },
            { id: 'agent', label: 'Agent', hint: 'Répond aux visiteurs d’un sous-compte.' },
          ]}
        />
        <CopyField
          label="Balise à coller"
          isCode
          text={
            '<script async src="https://chat.maison-verdier.exemple/widget.js" data-channel="4m2Qk8xVQp2c0yEwT1aZ9g"></script>'
          }
        />
        <CopyField
          label="Lien pour nina.verhaeghe@maison-verdier.fr"
          text="https://chat.maison-verdier.exemple/invitation/9f2c1b7e4a0d8c6b5e3f2a1d0c9b8a7f"
          hint="Il vaut 7 jours."
        />
      </Box>
      <Box title="Pills, people, times">
        <div className="flex flex-wrap gap-2">
          <Pill>Vous</Pill>
          <Pill kind="line">inactif</Pill>
          <Pill kind="green">Envoyée</Pill>
          <Pill kind="amber" icon={Globe}>
            encore 9 h
          </Pill>
          <Pill kind="red">expirée</Pill>
          <Pill kind="blue">information</Pill>
          <LanguageTag code="fr" name="Français" />
        </div>
        <div className="flex items-center gap-3">
          {[
            'Ada Lefèvre',
            'Hugo Marchetti',
            'Inès Benali',
            'Benoît Carpentier',
            'Marie-Amélie de La Roche-Dupontel',
            '',
          ].map((name, index) => (
            <Avatar
              key={name}
              id={`person-${index * 3}`}
              name={name}
              presence={index % 2 ? 'on' : 'away'}
              presenceLabel="Disponible"
            />
          ))}
          <Avatar id="mini" name="Ada Lefèvre" size="mini" />
        </div>
        <p className="flex flex-wrap gap-x-4 text-s">
          <RelativeTime at={ago(0)} />
          <RelativeTime at={ago(12 * minuteMs)} />
          <RelativeTime at={ago(30 * 60 * minuteMs)} />
          <ClockTime at={ago(3 * minuteMs)} />
          <Duration at={ago(6 * minuteMs)} />
        </p>
      </Box>
      <Box title="Notices">
        <Notice>Une remarque simple.</Notice>
        <Notice kind="green">C’est fait.</Notice>
        <Notice kind="blue">Votre session a pris fin.</Notice>
        <Notice kind="amber" actions={<Button size="small">Ajouter le module</Button>}>
          Sans le module Conversations, ces agents ne pourront traiter aucune demande.
        </Notice>
        <Notice kind="red" onDismiss={() => undefined}>
          Adresse ou mot de passe incorrect.
        </Notice>
      </Box>
      <Box title="Tabs">
        <Tabs
          label="Textes"
          tabs={[
            { id: 'fr', label: 'Français', panel: <TextField label="Titre" value="Bonjour, bienvenue" /> },
            { id: 'en', label: 'English', panel: <TextField label="Title" value="Hello and welcome" /> },
          ]}
        />
      </Box>
      <Box title="Nothing here">
        <EmptyState
          icon={Inbox}
          title="Tout est prêt pour la première conversation"
          actions={<Button kind="main">Ouvrir la page d’exemple</Button>}
        >
          Collez la balise du widget dans votre site, ou essayez tout de suite sur la page d’exemple.
        </EmptyState>
      </Box>
      <Box title="Failed">
        <ErrorState onRetry={() => undefined} />
      </Box>
      <Box title="Loading">
        <SkeletonRows />
      </Box>
    </main>
  )
}

interface Row {
  id: string
  name: string
  email: string
  role: string
  place: string
  lastMs: number | null
  isOn: boolean
}

const rows: Row[] = [
  {
    id: '1',
    name: 'Ada Lefèvre',
    email: 'ada.lefevre@maison-verdier.fr',
    role: 'Administrateur',
    place: 'Tous',
    lastMs: 0,
    isOn: true,
  },
  {
    id: '2',
    name: 'Hugo Marchetti',
    email: 'hugo.marchetti@maison-verdier.fr',
    role: 'Agent',
    place: 'Lille, Vieux-Lille',
    lastMs: 12 * minuteMs,
    isOn: true,
  },
  {
    id: '3',
    name: 'Inès Benali',
    email: 'ines.benali@maison-verdier.fr',
    role: 'Agent',
    place: 'Lyon, Pentes',
    lastMs: 90 * minuteMs,
    isOn: true,
  },
  {
    id: '4',
    name: 'Marie-Amélie de La Roche-Dupontel',
    email: 'marie-amelie.delarochedupontel@maison-verdier-ceramiques.fr',
    role: 'Modérateur',
    place: 'Tous',
    lastMs: 41 * 24 * 60 * minuteMs,
    isOn: false,
  },
]

const columns: Column<Row>[] = [
  {
    key: 'name',
    header: 'Agent',
    isSortable: true,
    onPhone: 'lead',
    isWide: true,
    cell: (row) => (
      <PersonLine
        id={row.id}
        name={row.name}
        detail={row.email}
        after={!row.isOn && <Pill kind="line">inactif</Pill>}
        presence="on"
        presenceLabel="Disponible"
        isMuted={!row.isOn}
      />
    ),
  },
  { key: 'role', header: 'Rôle', isSortable: true, onPhone: 'line', cell: (row) => row.role },
  { key: 'place', header: 'Sous-compte', onPhone: 'line', isHiddenWhenNarrow: true, cell: (row) => row.place },
  {
    key: 'last',
    header: 'Dernière connexion',
    isSortable: true,
    onPhone: 'hidden',
    cell: (row) => (row.lastMs === null ? 'jamais' : <RelativeTime at={ago(row.lastMs)} />),
  },
  {
    key: 'on',
    header: 'Actif',
    onPhone: 'side',
    cell: (row) => <Switch label={row.name} isLabelUnseen isOn={row.isOn} />,
  },
]

const sortValueOf = (row: Row, key: string) => (key === 'last' ? row.lastMs : key === 'role' ? row.role : row.name)

function Lists() {
  const { sorted, sorting, setSorting } = useSorted(rows, sortValueOf, { key: 'last', way: 'up' })
  const [count, setCount] = useState(2_000)
  const [items, setItems] = useState(() =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), text: `Conversation ${index}` })),
  )
  return (
    <main className="grid gap-6 p-6 phone:p-3">
      <Table
        label="Agents"
        columns={columns}
        groups={[
          { key: 'agents', rows: sorted },
          { key: 'more', heading: <b>Invitations</b>, rows: rows.slice(0, 2) },
        ]}
        keyOf={(row) => row.id}
        sorting={sorting}
        onSort={setSorting}
        isMuted={(row) => !row.isOn}
        menuOf={(row) => (
          <RowMenu of={row.name}>
            <MenuAct icon={Pencil}>Modifier l’agent</MenuAct>
            <MenuAct icon={Mail} tail="3" hint="Une seconde ligne qui explique">
              Réaffecter ses rendez-vous
            </MenuAct>
            <MenuLine />
            <MenuAct icon={Trash2} isDanger>
              Supprimer de l’organisation…
            </MenuAct>
          </RowMenu>
        )}
      />
      <Button
        onPress={() => {
          setItems([
            ...Array.from({ length: 3 }, (_, index) => ({
              id: `new-${count + index}`,
              text: `Nouvelle ${count + index}`,
            })),
            ...items,
          ])
          setCount(count + 3)
        }}
      >
        Trois nouvelles
      </Button>
      <VirtualList
        label="Conversations"
        items={items}
        keyOf={idOf}
        rowHeight={40}
        className="h-72 rounded-l border border-line bg-surface"
        renderItem={(item) => (
          <a href="#lists" className="block border-b border-line px-4 py-2.5 -outline-offset-2">
            {item.text}
          </a>
        )}
      />
    </main>
  )
}

const idOf = (item: { id: string }) => item.id

function Overlays({ open }: { open: 'dialog' | 'alert' | 'keys' | 'menu' | 'toasts' }) {
  const [shown, setShown] = useState<string | null>(open)
  const [name, setName] = useState('Renfort de Noël')
  const close = () => setShown(null)
  return (
    <main className="p-6">
      <div className="flex gap-2">
        <Button onPress={() => setShown('dialog')}>Dialog</Button>
        <Button onPress={() => setShown('alert')}>Alert</Button>
        <Button
          onPress={() => {
            toasts.show({ text: 'Conversation fermée', act: { label: 'Annuler', onAct: () => undefined } })
            toasts.show({ text: 'Hugo Marchetti peut maintenant parler aux visiteurs' })
            toasts.show({ text: 'Cette conversation est déjà prise en charge par Inès.', kind: 'refusal' })
          }}
        >
          Toasts
        </Button>
        <Menu label="Actions" trigger={<Button>Menu</Button>} isOpenFirst={open === 'menu'}>
          <MenuAct icon={Pencil}>Modifier</MenuAct>
          <MenuAct icon={Copy} isDisabled hint="Pas maintenant">
            Copier
          </MenuAct>
          <MenuLine />
          <MenuAct icon={Trash2} isDanger>
            Supprimer…
          </MenuAct>
        </Menu>
      </div>
      <Dialog
        isOpen={shown === 'dialog'}
        onClose={close}
        title="Inviter des agents"
        isDirty={name !== 'Renfort de Noël'}
        footer={
          <>
            <Button kind="quiet" onPress={close}>
              Annuler
            </Button>
            <Button kind="main" icon={Send}>
              Inviter 3 agents
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <TextField label="Description" value={name} onChange={setName} />
          <PasswordField label="Mot de passe" value="" purpose={{ kind: 'current' }} />
        </div>
      </Dialog>
      <AlertDialog
        isOpen={shown === 'alert'}
        onClose={close}
        title="Supprimer Hugo Marchetti de l’organisation ?"
        confirm={{ label: 'Supprimer', isDanger: true, act: later }}
      >
        L’accès de Hugo s’arrête aussitôt, sur tous ses appareils. Ses conversations en cours repassent en attente.
      </AlertDialog>
      <KeysSheet isOpen={shown === 'keys'} onClose={close} />
      <ToastRegion />
    </main>
  )
}

const may = {
  conversations: true,
  appointments: true,
  agents: true,
  channels: true,
  subAccounts: true,
  roles: true,
  questionnaires: true,
  shortcuts: true,
  letters: true,
  journal: true,
  billing: true,
  organisation: true,
}

function Framed({
  connection = 'live',
  hasBanner = false,
  hasPalette = false,
  isInactive = false,
}: {
  connection?: ConnectionState
  hasBanner?: boolean
  hasPalette?: boolean
  isInactive?: boolean
}) {
  const [state, setState] = useState<'available' | 'away'>('available')
  const [isPaletteOpen, setPaletteOpen] = useState(hasPalette)
  const props = {
    person: { id: 'ada', name: 'Ada Lefèvre', email: 'ada.lefevre@maison-verdier.exemple' },
    organisationName: 'Maison Verdier',
    may,
    availability: { state: isInactive ? ('inactive' as const) : state, onChange: setState },
    organisationId: 'verdier',
    organisations: [
      { id: 'verdier', name: 'Maison Verdier', isNews: false },
      { id: 'lumiere', name: 'Boutique Lumière', isNews: true },
    ],
    onSwitchOrganisation: () => undefined,
    pendingCount: 3,
    unreadCount: 2,
    connection,
    onSignOut: () => undefined,
  }
  return (
    <Frame
      {...props}
      subAccountFilter={
        <Select
          look="pick"
          isIconOnPhone
          icon={Store}
          label="Sous-compte"
          options={[{ id: 'all', label: 'Tous' }]}
          value="all"
          onChange={() => undefined}
        />
      }
      banner={
        hasBanner && (
          <OtherAccountBanner
            invitedEmail="sofia.nowak@maison-verdier.exemple"
            person={props.person}
            onKeep={() => undefined}
            onSwitch={() => undefined}
          />
        )
      }
    >
      <EmptyState icon={Inbox} title="Choisissez une conversation">
        Elle s’ouvrira ici.
      </EmptyState>
      {isPaletteOpen && (
        <Palette {...props} onClose={() => setPaletteOpen(false)} onKeys={() => undefined}>
          {null}
        </Palette>
      )}
    </Frame>
  )
}

const invitation = {
  organisationName: 'Maison Verdier',
  inviterName: 'Ada Lefèvre',
  email: 'sofia.nowak@maison-verdier.exemple',
  role: 'agent',
  subAccountName: 'Boutique de Lyon',
  expiresAt: soon(5.2 * 24 * 60 * minuteMs),
} as const

const refuse = (message: string, field?: string) => async () => ({ message, field })

export const scenes: Record<string, ComponentType> = {
  parts: Parts,
  lists: Lists,
  dialog: () => <Overlays open="dialog" />,
  alert: () => <Overlays open="alert" />,
  keys: () => <Overlays open="keys" />,
  menu: () => <Overlays open="menu" />,
  toasts: () => <Overlays open="toasts" />,
  frame: () => <Framed />,
  'frame-offline': () => <Framed connection="offline" />,
  'frame-resyncing': () => <Framed connection="resyncing" />,
  'frame-banner': () => <Framed hasBanner />,
  'frame-palette': () => <Framed hasPalette />,
  'frame-inactive': () => <Framed isInactive />,
  'banner-only': () => <Banner kind="amber">Hors connexion.</Banner>,
  'sign-in': () => <SignInScreen onSignIn={later} />,
  'sign-in-ended': () => <SignInScreen hasEnded email="ines.benali@maison-verdier.exemple" onSignIn={later} />,
  'sign-in-refused': () => (
    <SignInScreen
      email="hugo.marchetti@maison-verdier.exemple"
      onSignIn={refuse('Adresse ou mot de passe incorrect.')}
    />
  ),
  'forgotten-password': () => <ForgottenPasswordScreen onAsk={async () => null} />,
  'new-password': () => (
    <NewPasswordScreen
      onChoose={refuse('Ce mot de passe est trop courant : choisissez une phrase à vous.', 'password')}
    />
  ),
  'new-password-expired': () => <NewPasswordScreen isExpired onChoose={later} />,
  'set-up': () => <SetUpScreen onSetUp={later} />,
  'set-up-done': () => <SetUpScreen isDone onSetUp={later} />,
  'invitation-fresh': () => <AcceptScreen invitation={{ ...invitation, way: 'fresh' }} signInTo="/" onAccept={later} />,
  'invitation-join': () => (
    <AcceptScreen
      invitation={{ ...invitation, way: 'join' }}
      signedInName="Sofia Nowak"
      signInTo="/"
      onAccept={later}
    />
  ),
  'invitation-sign-in': () => (
    <AcceptScreen invitation={{ ...invitation, way: 'sign-in' }} signInTo="/" onAccept={later} />
  ),
  'invitation-expired': () => <DeadLinkScreen reason="expired" />,
  'invitation-unknown': () => <DeadLinkScreen reason="unknown" />,
}
