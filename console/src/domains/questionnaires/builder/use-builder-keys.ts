import { useHotkey } from '../../../ui/keyboard/hotkeys.ts'
import type { DraftFlow } from '../saving/use-draft-flow.ts'
import type { Builder } from './builder-context.ts'

interface Acts {
  add: () => void
  try: () => void
  outline: () => void
  picture: () => void
  editor: () => void
}

/** The keys of the builder, listed under `?`. What is one key alone works outside of fields. */
export function useBuilderKeys(builder: Builder, draftFlow: DraftFlow, acts: Acts): void {
  const { words, step, isReadOnly } = builder
  const { keys, keysGroup: group } = words
  const writing = { group, inFields: true, isOff: isReadOnly }
  const single = { group, isOff: isReadOnly || step === null }
  useHotkey('mod+z', draftFlow.undo, { ...writing, label: keys.undo })
  useHotkey('mod+shift+z', draftFlow.redo, { ...writing, label: keys.redo })
  useHotkey('mod+y', draftFlow.redo, writing)
  // Everything saves itself; hands that are used to it are not shown the browser's dialog.
  useHotkey('mod+s', () => void draftFlow.saver.flush(), { ...writing, label: keys.save })
  useHotkey('n', acts.add, { group, isOff: isReadOnly, label: keys.add })
  useHotkey('d', () => step && builder.duplicate(step.id), { ...single, label: keys.duplicate })
  useHotkey('delete', () => step && builder.remove(step.id), { ...single, label: keys.remove })
  useHotkey('backspace', () => step && builder.remove(step.id), single)
  useHotkey('e', acts.editor, { group, label: keys.editor, isOff: step === null })
  useHotkey('t', acts.try, { group, label: keys.try })
  useHotkey('alt+1', acts.outline, { group, inFields: true, label: keys.outline })
  useHotkey('alt+2', acts.picture, { group, inFields: true, label: keys.picture })
}
