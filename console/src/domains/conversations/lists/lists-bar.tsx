import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { limits } from '#contract/limits.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { useHotkey } from '../../../ui/keyboard/hotkeys.ts'
import { Kbd } from '../../../ui/keyboard/kbd.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { focusFirstFound } from '../found/found-focus.ts'
import { useAddress, useChangeAddress } from '../use-address.ts'
import { FilterButton } from './filter-button.tsx'
import { searchFieldId } from './search-field-id.ts'

/** Over the lists: the search, and the filters. */
export function ListsBar() {
  return (
    <search className="flex flex-none items-center gap-1.5 px-3 pt-2.5 pb-1.5">
      <SoughtText />
      <FilterButton />
    </search>
  )
}

const typingPauseMs = 200

/** Asked for when the hand rests. Down goes into what was found, Escape back to the lists. */
function SoughtText() {
  const words = useWords().conversations
  const { q = '' } = useAddress()
  const change = useChangeAddress()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(q)
  // The browser's way back changes it from outside.
  const [known, setKnown] = useState(q)
  if (known !== q) {
    setKnown(q)
    if (typed.trim() !== q) setTyped(q)
  }
  useEffect(() => {
    const sought = typed.trim()
    if (sought === q) return
    // Beginning and ending a search are steps one can go back from; each letter is not.
    const rest = setTimeout(
      () => change({ q: sought || undefined }, { isTyping: q !== '' && sought !== '' }),
      typingPauseMs,
    )
    return () => clearTimeout(rest)
  }, [typed, q, change])
  useHotkey('/', () => field.current?.focus(), { label: words.keys.search, group: words.keys.group })

  const end = () => {
    setTyped('')
    change({ q: undefined })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      if (focusFirstFound()) event.preventDefault()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (typed === '') field.current?.blur()
      else end()
    }
  }
  return (
    <div className="flex h-8.5 min-w-0 flex-1 items-center gap-2 rounded-m border border-line bg-surface pr-1 pl-2.5 focus-within:border-green focus-within:inset-ring focus-within:inset-ring-green touch:h-11">
      <Icon of={Search} size="m" className="flex-none text-ink-soft" />
      <Input
        ref={field}
        id={searchFieldId}
        type="text"
        role="searchbox"
        enterKeyHint="search"
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        maxLength={limits.searchLength}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-w-0 flex-1 bg-transparent text-s outline-none placeholder:text-ink-soft phone:text-m"
      />
      {typed === '' ? (
        <span className="pr-1 touch:hidden">
          <Kbd keys="/" />
        </span>
      ) : (
        <IconButton icon={X} label={words.search.clear} size="small" onPress={end} />
      )}
    </div>
  )
}
