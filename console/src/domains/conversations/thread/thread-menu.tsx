import { EllipsisVertical, Mail } from 'lucide-react'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Menu, MenuAct } from '../../../ui/overlays/menu.tsx'
import { useWords } from '../../../ui/words.tsx'

/** What is seldom done with a conversation, at the end of its head. */
export function ThreadMenu({ name, onTranscript }: { name: string; onTranscript: () => void }) {
  const { conversations, ui } = useWords()
  const label = ui.rowActions(name)
  return (
    <Menu label={label} trigger={<IconButton icon={EllipsisVertical} label={label} />}>
      <MenuAct icon={Mail} onAction={onTranscript}>
        {conversations.transcript.act}
      </MenuAct>
    </Menu>
  )
}
