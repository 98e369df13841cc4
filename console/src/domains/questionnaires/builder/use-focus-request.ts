import { type RefObject, useEffect, useState } from 'react'
import { type EditorPlace, focusPlace } from './editor-place.ts'

/** Puts the focus at a place of the editor once it is drawn there. */
export function useFocusRequest(editor: RefObject<HTMLElement | null>): (place: EditorPlace) => void {
  const [request, setRequest] = useState<{ place: EditorPlace } | null>(null)
  useEffect(() => {
    if (!request) return
    // The place may have come with this very drawing; a menu that is closing gives its focus back first.
    const frame = requestAnimationFrame(() => {
      if (editor.current && !focusPlace(editor.current, request.place)) focusPlace(editor.current, 'first')
    })
    return () => cancelAnimationFrame(frame)
  }, [request, editor])
  return (place) => setRequest({ place })
}
