/**
 * Puts words in place of a stretch of a field, as if they were typed: the field tells of it, and Ctrl+Z takes it back. The
 * caret stands behind them.
 */
export function insertText(field: HTMLTextAreaElement, words: string, { start, end }: { start: number; end: number }) {
  field.focus()
  field.setSelectionRange(start, end)
  // The only way that keeps the browser's own undo; called old for years, and done by all of them.
  if (document.execCommand('insertText', false, words)) return
  field.setRangeText(words, start, end, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** The same where the caret is, or over what is selected. */
export const insertAtCaret = (field: HTMLTextAreaElement, words: string) =>
  insertText(field, words, { start: field.selectionStart, end: field.selectionEnd })
