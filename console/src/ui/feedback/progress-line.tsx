import { useEffect, useState } from 'react'

// Shorter than this nobody should see that they waited.
const quietMs = 250

/** A thin line along the top while something loads; absent when it is quick. Its parent must be positioned. */
export function ProgressLine({ isActive, label }: { isActive: boolean; label: string }) {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isActive) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), quietMs)
    return () => clearTimeout(timer)
  }, [isActive])

  if (!isShown) return null
  return (
    <div
      role="progressbar"
      aria-label={label}
      className="absolute inset-x-0 top-0 z-10 h-0.5 overflow-hidden bg-green-wash"
    >
      <div className="h-full w-1/4 animate-slide bg-green" />
    </div>
  )
}
