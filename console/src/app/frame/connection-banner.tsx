import { CloudOff, ServerCrash, Wifi } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/actions/button.tsx'
import { Banner } from '../../ui/feedback/notice.tsx'
import { Spinner } from '../../ui/feedback/spinner.tsx'
import { useWords } from '../../ui/words.tsx'
import type { ConnectionState } from './frame-props.ts'

// A breath of the network that nobody would notice must not move the page.
const graceMs = 1_500
const restoredForMs = 2_500

/** What the live connection is doing, when it is not simply there. */
export function ConnectionBanner({ state, isOutdated }: { state: ConnectionState; isOutdated: boolean }) {
  const words = useWords().frame.connection
  const shown = useShownState(state)
  if (isOutdated) {
    return (
      <Banner
        kind="blue"
        actions={
          <Button size="small" onPress={() => window.location.reload()}>
            {words.reload}
          </Button>
        }
      >
        {words.outdated}
      </Banner>
    )
  }
  if (shown === 'quiet') return null
  if (shown === 'restored') {
    return (
      <Banner kind="green" icon={Wifi}>
        {words.restored}
      </Banner>
    )
  }
  return (
    <Banner kind="amber" icon={shown === 'failing' ? ServerCrash : CloudOff}>
      <span className="flex items-center gap-2">
        {words[shown]}
        {shown !== 'offline' && shown !== 'failing' && <Spinner label={words[shown]} />}
      </span>
    </Banner>
  )
}

type Shown = Exclude<ConnectionState, 'live'> | 'restored' | 'quiet'

/** Trouble is shown once it lasts; its end is shown for a moment, and only where trouble was shown. */
function useShownState(state: ConnectionState): Shown {
  const [shown, setShown] = useState<Shown>('quiet')
  const wasShown = useRef(false)
  useEffect(() => {
    if (state !== 'live') {
      const timer = setTimeout(() => setShown(state), wasShown.current ? 0 : graceMs)
      return () => clearTimeout(timer)
    }
    if (!wasShown.current) return
    setShown('restored')
    const timer = setTimeout(() => setShown('quiet'), restoredForMs)
    return () => clearTimeout(timer)
  }, [state])
  useEffect(() => {
    wasShown.current = shown !== 'quiet' && shown !== 'restored'
  }, [shown])
  return shown
}
