import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { BuilderWords } from '#words/builder.ts'
import { type NewKind, newKinds } from '../flow/new-step.ts'
import { KindGlyph } from './kind-glyph.tsx'

interface AddMenuProps {
  /** What it opens beside. */
  beside: Element
  words: BuilderWords
  onChoose: (kind: NewKind) => void
  onClose: () => void
}

const groups: readonly { key: keyof typeof newKinds; kinds: readonly NewKind[] }[] = [
  { key: 'says', kinds: newKinds.says },
  { key: 'asks', kinds: newKinds.asks },
  { key: 'parts', kinds: newKinds.parts },
  { key: 'ends', kinds: newKinds.ends },
]

/** Which kind of step to add. One for the whole builder: hundreds of places open it. */
export function AddMenu({ beside, words, onChoose, onClose }: AddMenuProps) {
  return (
    <Popover
      triggerRef={{ current: beside }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      offset={4}
      className="floating comes-in w-78 overflow-auto rounded-[10px] outline-none"
    >
      <Menu
        aria-label={words.addMenu}
        autoFocus="first"
        className="max-h-[inherit] overflow-auto p-1 outline-none"
        onAction={(key) => {
          const kind = groups.flatMap(({ kinds }) => kinds).find((one) => one === key)
          onClose()
          if (kind) onChoose(kind)
        }}
      >
        {groups.map(({ key, kinds }) => (
          <MenuSection key={key}>
            <Header className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-soft">{words.kindGroups[key]}</Header>
            {kinds.map((kind) => (
              <MenuItem
                key={kind}
                id={kind}
                textValue={words.kinds[kind]}
                className="flex min-h-8.5 cursor-pointer items-center gap-2.5 rounded-s px-2 py-1 -outline-offset-2 data-focused:bg-sunken phone:min-h-11"
              >
                <KindGlyph kind={kind} />
                <span className="grid min-w-0">
                  <span>{words.kinds[kind]}</span>
                  {kind in words.kindHints && (
                    <span className="text-xs text-ink-soft">
                      {words.kindHints[kind as keyof typeof words.kindHints]}
                    </span>
                  )}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  )
}
