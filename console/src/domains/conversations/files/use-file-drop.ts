import { type DragEvent, useRef, useState } from 'react'

/** Whether files are held over a place, and what it needs to take them. Elsewhere the browser would leave the page for them. */
export function useFileDrop(onFiles: (files: File[]) => void, isOff: boolean) {
  const [isOver, setOver] = useState(false)
  // A place is left for each of its parts, and entered again at once.
  const depth = useRef(0)
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  const enter = (by: 1 | -1) => (event: DragEvent) => {
    if (!hasFiles(event)) return
    depth.current += by
    setOver(depth.current > 0 && !isOff)
  }
  return {
    isOver,
    place: {
      onDragEnter: enter(1),
      onDragLeave: enter(-1),
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = isOff ? 'none' : 'copy'
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        if (!isOff) onFiles([...event.dataTransfer.files])
      },
    },
  }
}
