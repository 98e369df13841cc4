import type { ReactNode } from 'react'
import { Button } from '../../../ui/actions/button.tsx'
import type { LucideIcon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { agentFormId } from './agent-form.tsx'

interface FormFooterProps {
  /** What follows from saving, at the left. */
  summary: ReactNode
  label: string
  icon?: LucideIcon
  isBusy: boolean
  onClose: () => void
}

/** What saving does, the way out, and saving. */
export function FormFooter({ summary, label, icon, isBusy, onClose }: FormFooterProps) {
  const { ui } = useWords()
  return (
    <>
      <span className="mr-auto text-s text-ink-soft phone:w-full">{summary}</span>
      <Button kind="quiet" onPress={onClose} isDisabled={isBusy}>
        {ui.cancel}
      </Button>
      <Button type="submit" form={agentFormId} kind="main" icon={icon} isBusy={isBusy}>
        {label}
      </Button>
    </>
  )
}
