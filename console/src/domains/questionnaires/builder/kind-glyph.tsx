import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import type { NewKind } from '../flow/new-step.ts'
import { kindLook } from './kind-look.ts'

/** The small square a step is recognised by. */
export function KindGlyph({ kind }: { kind: NewKind }) {
  const { icon, hue } = kindLook[kind]
  return (
    <span className={classNames('grid size-6 flex-none place-items-center rounded-s', hue)}>
      <Icon of={icon} size="xs" />
    </span>
  )
}
