import { MessageSquareText } from 'lucide-react'
import { classNames } from '../class-names.ts'
import { Icon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'

/** The product's mark and name. */
export function Brand({ isMarkAlone = false }: { isMarkAlone?: boolean }) {
  const words = useWords().frame
  return (
    <span className="flex items-center gap-2.5 text-[15px] font-semibold tracking-tight">
      <span className="grid size-8 place-items-center rounded-m bg-green text-green-ink">
        <Icon of={MessageSquareText} />
      </span>
      <span className={classNames(isMarkAlone && 'unseen')}>{words.product}</span>
    </span>
  )
}
