import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from '../keyboard/kbd.tsx'

/** A word about its child, on hover and on keyboard focus. The child must be focusable; what it says is never only here. */
export function Tooltip({
  text,
  keys,
  isOff = false,
  children,
}: {
  text: string
  keys?: string
  isOff?: boolean
  children: ReactElement
}) {
  return (
    <TooltipTrigger delay={400} closeDelay={60} isDisabled={isOff}>
      {children}
      <AriaTooltip
        offset={6}
        className="fades-in flex max-w-72 items-center gap-2 rounded-s bg-ink px-2 py-1 text-xs text-paper shadow-float"
      >
        {text}
        {keys && <Kbd keys={keys} isOnAccent />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
