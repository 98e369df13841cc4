import { CopyField } from '../../../ui/fields/copy-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words.tsx'

/** A fresh link, shown this once. */
export function LinkDialog({ email, link, onClose }: { email: string; link: string; onClose: () => void }) {
  const words = useWords().invitations
  return (
    <Dialog isOpen onClose={onClose} title={words.list.copyLinkTitle(email)}>
      <CopyField label={words.invite.results.link(email)} text={link} hint={words.list.copyLinkText} />
    </Dialog>
  )
}
