import { Search } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { keep, useKept } from '../kept.ts'
import { Kbd } from '../keyboard/kbd.tsx'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'
import { fuzzyFind } from './fuzzy.ts'

/** A page or an act the palette can reach. Ids stay the same for ever: recent ones are remembered by them. */
export interface Command {
  id: string
  group: string
  label: string
  icon: LucideIcon
  keys?: string
  /** One of very many (a conversation): offered only once something is typed. */
  isSoughtOnly?: boolean
  onRun: () => void
}

const recentMost = 4
// Nobody reads further; typing on is quicker.
const foundMost = 40

const recentCommands = keep<readonly string[]>('comptoir.recent-commands', {
  parse: (raw) => (raw ?? '').split(' ').filter(Boolean).slice(0, recentMost),
  format: (ids) => ids.join(' '),
})

interface CommandPaletteProps {
  isOpen: boolean
  onClose: () => void
  commands: readonly Command[]
}

/** Every page and act by its name: type a few letters, Enter. Those used last stand first. */
export function CommandPalette({ isOpen, onClose, commands }: CommandPaletteProps) {
  const words = useWords().ui.palette
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
      className="fades-in fixed inset-0 z-30 flex items-start justify-center bg-scrim px-4 pt-[12dvh] phone:px-2 phone:pt-2"
    >
      <Modal className="comes-in w-full max-w-140">
        <AriaDialog aria-label={words.title} className="floating overflow-hidden rounded-l outline-none">
          <PaletteBody commands={commands} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ commands, onClose }: Omit<CommandPaletteProps, 'isOpen'>) {
  const words = useWords().ui.palette
  const [typed, setTyped] = useState('')
  const [recent, setRecent] = useKept(recentCommands)
  const groups =
    typed.trim() === ''
      ? withRecent(
          commands.filter(({ isSoughtOnly }) => !isSoughtOnly),
          recent,
          words.recent,
        )
      : grouped(fuzzyFind(commands, typed, ({ label }) => label).slice(0, foundMost))

  const run = (id: string) => {
    const command = commands.find((candidate) => candidate.id === id)
    if (!command) return
    if (!command.isSoughtOnly) setRecent([id, ...recent.filter((other) => other !== id)].slice(0, recentMost))
    onClose()
    command.onRun()
  }

  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={words.title} autoFocus className="flex items-center gap-2.5 border-b border-line px-4">
        <Icon of={Search} className="flex-none text-ink-soft" />
        <Input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-haspopup="listbox"
          placeholder={words.placeholder}
          className="h-12 w-full min-w-0 bg-transparent text-l outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <ListBox
        aria-label={words.title}
        className="max-h-[min(26rem,60dvh)] overflow-auto p-1.5 outline-none"
        onAction={(key) => run(String(key).replace(/^recent:/, ''))}
        renderEmptyState={() => <p className="px-2.5 py-6 text-center text-ink-soft">{words.nothing(typed.trim())}</p>}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.title}>
            <Header className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-soft">{group.title}</Header>
            {group.commands.map((command) => (
              <ListBoxItem
                key={group.prefix + command.id}
                id={group.prefix + command.id}
                textValue={command.label}
                className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 -outline-offset-2 data-focused:bg-green-wash touch:min-h-11"
              >
                <Icon of={command.icon} className="flex-none text-ink-soft" />
                <span className="min-w-0 flex-1 truncate">{command.label}</span>
                {command.keys && <Kbd keys={command.keys} />}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <footer className="flex gap-4 border-t border-line bg-paper px-4 py-2 text-xs text-ink-soft phone:hidden">
        <span className="flex items-center gap-1.5">
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" />
          {words.hintChoose}
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd keys="enter" />
          {words.hintOpen}
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd keys="escape" />
          {words.hintClose}
        </span>
      </footer>
    </Autocomplete>
  )
}

interface Group {
  title: string
  /** Keeps the ids of one list apart: a recent command stands in its group as well. */
  prefix: string
  commands: Command[]
}

function grouped(commands: readonly Command[]): Group[] {
  const titles = [...new Set(commands.map(({ group }) => group))]
  return titles.map((title) => ({ title, prefix: '', commands: commands.filter(({ group }) => group === title) }))
}

function withRecent(commands: readonly Command[], recent: readonly string[], title: string): Group[] {
  const used = recent.flatMap((id) => commands.filter((command) => command.id === id))
  const all = grouped(commands)
  return used.length === 0 ? all : [{ title, prefix: 'recent:', commands: used }, ...all]
}
