import { type RefObject, useEffect, useRef, useState } from 'react'
import { unfilledIn } from '../../../../live/shortcuts/fill.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { AlertDialog } from '../../../../ui/overlays/alert-dialog.tsx'
import { useWords } from '../../../../ui/words.tsx'

type Field = RefObject<HTMLTextAreaElement | null>

/** What of a text is still to be completed, and the next of it behind the caret, to be typed over. */
export function useUnfilled(field: Field, text: string) {
  const places = unfilledIn(text)
  const goToNext = () => {
    const element = field.current
    const place = places.find(({ start }) => start > (element?.selectionStart ?? 0)) ?? places[0]
    if (!element || !place) return
    element.focus()
    element.setSelectionRange(place.start, place.end)
  }
  return { places, goToNext }
}

/** Draws the places to complete in colour, behind a field of the same type and padding. */
export function UnfilledMarks({ field, text, className }: { field: Field; text: string; className: string }) {
  const places = unfilledIn(text)
  const marks = useRef<HTMLDivElement>(null)
  const isDrawn = places.length > 0
  useEffect(() => {
    const element = field.current
    if (!element || !isDrawn) return
    const follow = () => marks.current?.scrollTo({ top: element.scrollTop })
    follow()
    element.addEventListener('scroll', follow)
    return () => element.removeEventListener('scroll', follow)
  }, [field, isDrawn])
  if (!isDrawn) return null
  return (
    <div
      ref={marks}
      aria-hidden="true"
      className={`${className} pointer-events-none absolute inset-0 overflow-hidden break-words whitespace-pre-wrap text-transparent`}
    >
      {places.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(places[index - 1]?.end ?? 0, start)}
          <mark className="rounded-xs bg-amber/25 text-transparent">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(places.at(-1)?.end)}
    </div>
  )
}

/** How many there are, and the way to the next. */
export function UnfilledLine({ unfilled: { places, goToNext } }: { unfilled: ReturnType<typeof useUnfilled> }) {
  const words = useWords().shortcuts.unfilled
  if (places.length === 0) return null
  return (
    <span className="flex items-center gap-1 text-xs text-amber">
      <span role="status">{words.toFill(places.length)}</span>
      <Button kind="quiet" size="small" onPress={goToNext}>
        {words.next}
      </Button>
    </span>
  )
}

/** Asks before a visitor reads what was to be completed: `ask(send)` sends at once when there is nothing to ask. */
export function useUnfilledQuestion({ places, goToNext }: ReturnType<typeof useUnfilled>) {
  const words = useWords().shortcuts.unfilled
  const [isAsking, setAsking] = useState(false)
  const send = useRef(() => {})
  const ask = (sending: () => void) => {
    if (places.length === 0) return sending()
    send.current = sending
    setAsking(true)
  }
  const question = (
    <AlertDialog
      isOpen={isAsking}
      onClose={() => {
        setAsking(false)
        // The dialog gives the focus back first.
        setTimeout(goToNext)
      }}
      title={words.title}
      cancelLabel={words.back}
      confirm={{
        label: words.send,
        act: async () => {
          send.current()
          return null
        },
      }}
    >
      {words.text(places.map(({ name }) => `{{${name}}}`).join(', '))}
    </AlertDialog>
  )
  return { ask, question }
}
