import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import { classNames } from '../../../../ui/class-names.ts'
import { LanguageTag, Pill } from '../../../../ui/feedback/pill.tsx'
import { Kbd } from '../../../../ui/keyboard/kbd.tsx'
import { useMediaQuery } from '../../../../ui/look/use-media-query.ts'
import { plain } from '../../../../ui/overlays/fuzzy.ts'
import { useSpeech } from '../../../../ui/words.tsx'
import { languageName } from '../../visitor-name.ts'
import type { ShortcutMenuState } from './use-shortcut-menu.ts'

export const shortcutMenuId = 'shortcut-menu'
export const shortcutOptionId = ({ id }: Pick<ShortcutForAgent, 'id'>) => `shortcut-${id}`

/** What "/" offers, above the field it is typed in: it takes room from the thread and covers nothing. */
export function ShortcutMenu({ menu, draft }: { menu: ShortcutMenuState; draft: string }) {
  const { words } = useSpeech()
  const said = words.shortcuts.menu
  const isTouch = useMediaQuery('(pointer: coarse)')
  if (!menu.isOpen) return null
  const { found } = menu
  return (
    <div className="floating mb-2 rounded-l p-1">
      <div className="flex min-h-8 items-center gap-3 px-2.5 text-s text-ink-soft">
        <b className="font-medium">{said.title}</b>
        <span role="status" className="unseen">
          {found.length > 0 ? said.found(found.length) : said.noneAtAll}
        </span>
        <span className="ml-auto flex items-center gap-3">
          {found.length > 0 && !isTouch && (
            <span aria-hidden="true" className="flex items-center gap-1.5 phone:hidden">
              <Kbd keys="arrowup" />
              <Kbd keys="arrowdown" /> {said.choose} <Kbd keys="enter" /> {said.insert}
            </span>
          )}
          {draft !== '' && (
            <Link
              to="/settings/shortcuts"
              state={{ shortcutText: draft }}
              className="text-green underline-offset-2 hover:underline"
            >
              {words.shortcuts.saveAs}
            </Link>
          )}
        </span>
      </div>
      {found.length === 0 ? (
        <p className="px-2.5 pb-2">
          {said.noneAtAll}{' '}
          <Link to="/settings/shortcuts" className="text-green underline underline-offset-2">
            {said.make}
          </Link>
        </p>
      ) : (
        <div
          id={shortcutMenuId}
          role="listbox"
          aria-label={said.title}
          className="max-h-[min(13.5rem,30dvh)] overflow-y-auto"
        >
          {found.map((shortcut, index) => (
            <ShortcutOption
              key={shortcut.id}
              shortcut={shortcut}
              menu={menu}
              isActive={index === menu.active}
              onPoint={() => menu.point(index)}
            />
          ))}
        </div>
      )}
    </div>
  )
}

/** The word of a shortcut, what was typed of its beginning in colour. */
function Key({ of: key, typed }: { of: string; typed: string }) {
  if (typed === '' || !plain(key).startsWith(plain(typed))) return key
  return (
    <>
      <b className="font-semibold text-green">{key.slice(0, typed.length)}</b>
      {key.slice(typed.length)}
    </>
  )
}

interface ShortcutOptionProps {
  shortcut: ShortcutForAgent
  menu: ShortcutMenuState
  isActive: boolean
  onPoint: () => void
}

function ShortcutOption({ shortcut, menu, isActive, onPoint }: ShortcutOptionProps) {
  const { tag, words } = useSpeech()
  const said = words.shortcuts
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const otherLanguage = menu.otherLanguageOf(shortcut)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      ref={element}
      id={shortcutOptionId(shortcut)}
      role="option"
      aria-selected={isActive}
      // The field keeps the focus, and its caret.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={() => menu.choose(shortcut)}
      className={classNames(
        'flex min-h-9 cursor-pointer items-center gap-3 rounded-s px-2.5 touch:min-h-11',
        isActive && 'bg-green-wash',
      )}
    >
      <span className="w-36 flex-none truncate font-medium phone:w-auto phone:max-w-[45%]">
        /<Key of={shortcut.key} typed={menu.typed} />
      </span>
      <span className="min-w-0 flex-1 truncate text-ink-soft">{menu.filled(shortcut)}</span>
      {otherLanguage && (
        <span title={said.menu.otherLanguageHint(languageName(otherLanguage, tag))}>
          <LanguageTag code={otherLanguage} name={said.menu.otherLanguage(languageName(otherLanguage, tag))} />
        </span>
      )}
      <Pill kind={shortcut.scope === 'own' ? 'line' : 'plain'}>{said.scopes[shortcut.scope]}</Pill>
    </div>
  )
}
