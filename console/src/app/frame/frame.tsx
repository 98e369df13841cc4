import { useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useHotkey } from '../../ui/keyboard/hotkeys.ts'
import { useDocumentTitle } from '../../ui/layout/use-document-title.ts'
import { useIsPhone } from '../../ui/look/use-media-query.ts'
import { Opening } from '../../ui/overlays/opening.tsx'
import { ToastRegion } from '../../ui/overlays/toast-region.tsx'
import { part } from '../../ui/parts.ts'
import { useWords } from '../../ui/words.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import type { FrameProps } from './frame-props.ts'
import { PhoneTabs } from './phone-tabs.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useFetchedAhead } from './use-fetched-ahead.ts'
import { useNavigationKeys } from './use-navigation-keys.ts'

const Palette = lazy(part(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette }))))
const KeysSheet = lazy(
  part(() => import('../../ui/overlays/keys-sheet.tsx').then(({ KeysSheet }) => ({ default: KeysSheet }))),
)

/** What stands around every page of somebody who is signed in: rail, bar, connection, palette, passing messages. */
export function Frame(props: FrameProps) {
  const words = useWords().frame
  const isPhone = useIsPhone()
  const [opened, setOpened] = useState<'palette' | 'keys' | null>(null)
  const { title = words.product, isImmersive, hasOwnBar } = usePageOfRoute()
  const close = () => setOpened(null)

  useDocumentTitle(title, props.unreadCount)
  useNavigationKeys(props.may)
  useFetchedAhead()
  useHotkey('mod+k', () => setOpened('palette'), { label: words.keys.palette, group: words.keys.group, inFields: true })
  useHotkey('?', () => setOpened('keys'), { label: words.keys.sheet, group: words.keys.group })

  // A conversation on a phone has the whole screen: its own head leads back.
  const isBare = isPhone && isImmersive
  return (
    <div className="flex h-dvh overflow-hidden phone:flex-col">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-m bg-green px-4 py-2 font-medium text-green-ink focus:translate-y-0"
      >
        {words.skip}
      </a>
      {!isPhone && <Rail {...props} onKeys={() => setOpened('keys')} />}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {props.banner}
        <ConnectionBanner state={props.connection} isOutdated={props.isOutdated ?? false} />
        {!isBare && !hasOwnBar && (
          <TopBar title={title} subAccountFilter={props.subAccountFilter} onSearch={() => setOpened('palette')} />
        )}
        <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-auto outline-none">
          {props.children}
        </main>
      </div>
      {isPhone && !isBare && <PhoneTabs {...props} />}
      <ToastRegion />
      <Suspense fallback={<Opening />}>
        {opened === 'palette' && <Palette {...props} onClose={close} onKeys={() => setOpened('keys')} />}
        {opened === 'keys' && <KeysSheet isOpen onClose={close} />}
      </Suspense>
    </div>
  )
}

/** What the route in sight says of itself (`staticData` in router.tsx), the innermost first. */
function usePageOfRoute() {
  const words = useWords().frame
  const matches = useMatches()
  const titled = matches.findLast((match) => match.staticData.page !== undefined)
  return {
    title: titled?.staticData.page && words.pages[titled.staticData.page],
    isImmersive: matches.some((match) => match.staticData.isImmersiveOnPhone === true),
    hasOwnBar: matches.some((match) => match.staticData.hasOwnBar === true),
  }
}
