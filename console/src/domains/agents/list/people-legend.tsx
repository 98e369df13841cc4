import { Info } from 'lucide-react'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'

/** Both the switch and the pill say « actif/inactif » in French: one line tells them apart. */
export function PeopleLegend() {
  const words = useWords().agents
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-s text-ink-soft">
      <Icon of={Info} className="flex-none" />
      <span>
        <b className="font-semibold text-ink">{words.legend.active}</b>
        {words.legend.activeMeans}
      </span>
      <Pill kind="line">{words.dormant}</Pill>
      <span>{words.legend.dormantMeans}</span>
    </p>
  )
}
