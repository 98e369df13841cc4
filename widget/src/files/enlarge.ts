import type { WidgetFileWords } from '#words/widget-files.ts'
import { draw } from './draw.ts'

/** A picture over everything else on the page, until it is put away: the browser keeps the focus inside, and Escape closes it. */
export async function enlarge(
  place: Node,
  { bytes, name, words }: { bytes: Blob; name: string; words: WidgetFileWords },
): Promise<void> {
  const bitmap = await createImageBitmap(bytes)
  const dialog = document.createElement('dialog')
  dialog.className = 'large'
  dialog.setAttribute('aria-label', words.picture(name))
  const picture = document.createElement('canvas')
  picture.role = 'img'
  picture.ariaLabel = name
  draw(picture, bitmap)
  bitmap.close()
  const url = URL.createObjectURL(bytes)
  const keep = document.createElement('a')
  keep.href = url
  keep.download = name
  keep.textContent = words.keep
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = words.close
  close.addEventListener('click', () => dialog.close())
  const foot = document.createElement('p')
  foot.append(keep, close)
  dialog.append(picture, foot)
  // Beside the picture is out of it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  dialog.addEventListener('close', () => {
    dialog.remove()
    URL.revokeObjectURL(url)
  })
  place.appendChild(dialog)
  dialog.showModal()
  close.focus()
}
