/** The browser says several times a second that something is still held there. */
const goneMs = 700

/** Says over the panel that files can be dropped there, until they are, or are carried away. */
export function createDropTarget(words: () => string) {
  let target: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function leave() {
    target?.remove()
    target = null
  }

  return (panel: HTMLElement) => {
    clearTimeout(timer)
    timer = setTimeout(leave, goneMs)
    if (target) return
    target = document.createElement('p')
    target.className = 'drop'
    target.textContent = words()
    panel.append(target)
    panel.addEventListener('drop', leave, { once: true })
  }
}
