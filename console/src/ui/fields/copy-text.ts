/** Puts a text on the clipboard. False where the browser refuses, as it does on pages without HTTPS; the text is then to be selected. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // No clipboard here, or no right to it: the caller shows the text selected.
  }
}
