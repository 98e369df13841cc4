import { ArrowUpToLine, Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { flowLimits } from '#contract/flow/flow.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { ComboBox } from '../../../ui/fields/combo-box.tsx'
import { everyLanguage, languageNames } from '../../../ui/languages.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { addLanguage, putLanguageFirst, removeLanguage } from '../flow/edits.ts'
import { missingInFlow, writtenInFlow } from '../flow/texts.ts'

/** The languages visitors can answer in: which are complete, and which one stands in for the others. */
export function LanguagesDialog({ onClose }: { onClose: () => void }) {
  const builder = useBuilder()
  const { flow, words } = builder
  const said = words.languages
  const { tag } = useSpeech()
  const nameOf = useMemo(() => languageNames(tag), [tag])
  const [removing, setRemoving] = useState<string | null>(null)
  const others = useMemo(
    () => everyLanguage(tag).filter(({ id }) => !flow.languages.includes(id)),
    [tag, flow.languages],
  )

  const remove = (language: string) => {
    builder.edit((now) => removeLanguage(now, language))
    if (builder.language === language) builder.showLanguage(flow.languages.find((one) => one !== language) ?? language)
    setRemoving(null)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={said.title}
      footer={
        <Button kind="main" onPress={onClose}>
          {said.done}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="text-s text-ink-soft">{said.text}</p>
        <ul className="grid gap-1">
          {flow.languages.map((language, at) => {
            const missing = missingInFlow(flow, language)
            const name = nameOf(language)
            return (
              <li key={language} className="flex min-h-9 flex-wrap items-center gap-2">
                <span className="font-medium">{name}</span>
                {missing > 0 ? (
                  <Pill kind="amber">{words.editor.missing(missing)}</Pill>
                ) : (
                  <Pill kind="green">{said.complete}</Pill>
                )}
                {at === 0 ? (
                  <span className="ml-auto text-s text-ink-soft">{said.first}</span>
                ) : (
                  <span className="ml-auto flex">
                    <IconButton
                      icon={ArrowUpToLine}
                      label={`${said.putFirst} (${name})`}
                      onPress={() => builder.edit((now) => putLanguageFirst(now, language))}
                    />
                  </span>
                )}
                {flow.languages.length > 1 && (
                  <IconButton icon={X} label={said.remove(name)} onPress={() => setRemoving(language)} />
                )}
              </li>
            )
          })}
        </ul>
        {removing !== null && (
          <Notice
            kind="amber"
            actions={
              <>
                <Button size="small" onPress={() => setRemoving(null)}>
                  {words.leaving.stay}
                </Button>
                <Button size="small" kind="danger" onPress={() => remove(removing)}>
                  {said.removeConfirm}
                </Button>
              </>
            }
          >
            <b>{said.removeTitle(nameOf(removing))}</b> {said.removeText(writtenInFlow(flow, removing))}
          </Notice>
        )}
        {flow.languages.length < flowLimits.languages && (
          <ComboBox
            // Begins empty again after each choice.
            key={flow.languages.join()}
            label={said.add}
            icon={Plus}
            options={others}
            value={null}
            onChange={(language) => {
              if (language === null) return
              builder.edit((now) => addLanguage(now, language))
              builder.showLanguage(language)
            }}
          />
        )}
      </div>
    </Dialog>
  )
}
