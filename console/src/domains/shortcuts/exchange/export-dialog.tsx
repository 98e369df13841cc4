import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { shortcutFileWords } from '#words/shortcut-files.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { download, type FileFormat, fileFormats, writeShortcuts } from './write-shortcuts.ts'

interface ExportDialogProps {
  all: readonly ShortcutForAgent[]
  subAccounts: readonly SubAccount[]
  onClose: () => void
}

/** Hands out the shortcuts of one owner as a file. Only owners that have some are offered. */
export function ExportDialog({ all, subAccounts, onClose }: ExportDialogProps) {
  const { locale, words: console } = useSpeech()
  const { exporting: words } = shortcutFileWords(locale)
  const owners = [
    { id: 'own', label: words.own, shortcuts: all.filter(({ scope }) => scope === 'own') },
    ...subAccounts.map(({ id, name }) => ({
      id: id as string,
      label: words.ofSubAccount(name),
      shortcuts: all.filter(({ subAccountId }) => subAccountId === id),
    })),
    { id: 'organisation', label: words.organisation, shortcuts: all.filter(({ scope }) => scope === 'organisation') },
  ].filter(({ shortcuts }) => shortcuts.length > 0)
  const [ownerId, setOwnerId] = useState<string | null>(owners[0]?.id ?? null)
  const [format, setFormat] = useState<FileFormat>('csv')
  const owner = owners.find(({ id }) => id === ownerId)

  const submit = () => {
    if (!owner) return
    download(writeShortcuts(owner.shortcuts, format), words.fileName, format)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={words.title}
      footer={
        <>
          <Button onPress={onClose}>{console.ui.cancel}</Button>
          <Button kind="main" icon={Download} onPress={submit} isDisabled={!owner}>
            {words.submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Select
          label={words.which}
          value={ownerId}
          onChange={setOwnerId}
          options={owners.map(({ id, label }) => ({ id, label }))}
        />
        <ChoiceCards
          label={words.format}
          value={format}
          onChange={setFormat}
          options={fileFormats.map((one) => ({ id: one, ...words.formats[one] }))}
        />
      </div>
    </Dialog>
  )
}
