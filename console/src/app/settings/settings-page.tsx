import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMe } from '../../live/session.ts'
import { tabLook, tabRowLook } from '../../ui/lists/tabs.tsx'
import { useWords } from '../../ui/words.tsx'
import { grantedSettings } from '../frame/navigation.ts'
import { frameMay } from '../frame-may.ts'

/** The tabs of Settings over the one in sight; only what is granted. */
export function SettingsPage() {
  const words = useWords().frame
  const me = useMe()
  const row = useRef<HTMLElement>(null)
  const page = useLocation({ select: ({ pathname }) => pathname.split('/')[2] })
  // A phone has not all of them in sight.
  useEffect(() => {
    const tab = row.current?.querySelector(`a[href$="/${page}"]`)
    tab?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [page])
  return (
    <div className="flex h-full flex-col">
      <nav ref={row} aria-label={words.pages.settings} className={`${tabRowLook} flex-none bg-surface px-3`}>
        {grantedSettings(frameMay(me)).map((tab) => (
          <Link key={tab.key} to={tab.to} className={tabLook}>
            {words.pages[tab.key]}
          </Link>
        ))}
      </nav>
      <div className="min-h-0 flex-1 overflow-auto px-6 pt-6 pb-4 phone:px-3 phone:pt-4">
        <Outlet />
      </div>
    </div>
  )
}
