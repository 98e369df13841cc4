import { Download } from 'lucide-react'
import type { MessageFile } from '#contract/messages.ts'
import { buttonLook } from '../../../ui/actions/button-look.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words.tsx'

interface PictureDialogProps {
  isOpen: boolean
  onClose: () => void
  file: MessageFile
  src: string
}

/** A picture as it was sent, as large as the window lets it. */
export function PictureDialog({ isOpen, onClose, file, src }: PictureDialogProps) {
  const words = useWords().conversations.files
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={file.name}
      size="wide"
      isBare
      footer={
        <a href={src} download={file.name} className={buttonLook()}>
          <Icon of={Download} />
          {words.keep}
        </a>
      }
    >
      <div className="grid min-h-40 place-items-center bg-sunken p-2 phone:h-full">
        <img
          src={src}
          alt={file.name}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          className="h-auto max-h-[calc(100dvh-13rem)] w-auto max-w-full object-contain"
        />
      </div>
    </Dialog>
  )
}
