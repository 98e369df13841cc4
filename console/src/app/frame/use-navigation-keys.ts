import { useNavigate } from '@tanstack/react-router'
import { useHotkey } from '../../ui/keyboard/hotkeys.ts'
import { useWords } from '../../ui/words.tsx'
import { type FrameMay, grantedPages, type PageKey } from './navigation.ts'

/** `g` and a letter go to a page: `g c` to Conversations, `g a` to appointments, `g s` to Settings. */
export function useNavigationKeys(may: FrameMay) {
  const words = useWords().frame
  const navigate = useNavigate()
  const granted = grantedPages(may)
  const go = (key: PageKey) => {
    const page = granted.find((each) => each.key === key)
    if (page) void navigate({ to: page.to })
  }
  const group = words.keys.group
  useHotkey('g c', () => go('conversations'), {
    label: words.palette.goTo(words.pages.conversations),
    group,
    isOff: !granted.some(({ key }) => key === 'conversations'),
  })
  useHotkey('g a', () => go('appointments'), {
    label: words.palette.goTo(words.pages.appointments),
    group,
    isOff: !granted.some(({ key }) => key === 'appointments'),
  })
  useHotkey('g s', () => go('settings'), { label: words.palette.goTo(words.pages.settings), group })
}
