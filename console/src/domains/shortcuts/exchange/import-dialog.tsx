import { useQueryClient } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { ImportShortcuts, ShortcutForAgent } from '#contract/shortcuts.ts'
import { type ShortcutFileWords, shortcutFileWords } from '#words/shortcut-files.ts'
import { api, refusalOf } from '../../../live/api.ts'
import { useMe } from '../../../live/session.ts'
import { shortcutsQuery } from '../../../live/shortcuts/query.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { useForm } from '../../../ui/fields/use-form.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { type MayShare, type Owner, OwnerField } from '../owner-field.tsx'
import { compare } from './compare.ts'
import { FaultList, OutcomeList } from './import-preview.tsx'
import { type FileProblem, type ReadFile, readShortcuts } from './read-shortcuts.ts'

type Problem = FileProblem | 'missing' | 'unreadable'
type Read = Extract<ReadFile, { shortcuts: unknown }> & { name: string }

interface ImportDialogProps {
  all: readonly ShortcutForAgent[]
  mayShare: MayShare
  onClose: () => void
}

interface ImportWish extends Owner, Record<string, unknown> {
  known: ImportShortcuts['known']
}

/** Takes a file of shortcuts over, after showing what of it is made, replaced and left. A line that does not fit holds all of it up. */
export function ImportDialog({ all, mayShare, onClose }: ImportDialogProps) {
  const { locale, words: console } = useSpeech()
  const { importing: said } = shortcutFileWords(locale)
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const form = useForm<ImportWish>({
    initial: { scope: 'own', subAccountId: null, known: 'change' },
    check: () => {
      if (!read) setProblem((known) => known ?? 'missing')
      return {}
    },
    send: async (wish) => {
      if (!read) return { message: said.needFile }
      return refusalOf(send(wish, read))
    },
  })
  const { values } = form

  async function send({ scope, subAccountId, known }: ImportWish, { shortcuts }: Read): Promise<void> {
    const { made, changed } = await api
      .call('POST /organisations/:organisationId/shortcuts/import', {
        params: { organisationId },
        body: { scope, subAccountId, known, shortcuts },
      })
      .finally(() => queryClient.invalidateQueries({ queryKey: shortcutsQuery(organisationId).queryKey }))
    toasts.show({ text: said.done(made, changed) })
    onClose()
  }

  async function choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    // A file that was moved, or taken away, since it was chosen cannot be read.
    const content = await chosen.text().catch(() => null)
    const file = content === null ? ({ problem: 'unreadable' } as const) : readShortcuts(content, locale)
    setRead('shortcuts' in file ? { ...file, name: chosen.name } : null)
    setProblem('problem' in file ? file.problem : null)
  }

  const inUse = all.filter(({ scope, subAccountId }) => scope === values.scope && subAccountId === values.subAccountId)
  const fits = read !== null && read.faults.length === 0
  const compared = fits ? compare(read.shortcuts, inUse, values.known) : []
  const isChoiceLeft = compared.some(({ outcome }) => outcome === 'changed' || outcome === 'kept')
  const count = compared.filter(({ outcome }) => outcome === 'made' || outcome === 'changed').length
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={said.title}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{console.ui.cancel}</Button>
          <Button
            type="submit"
            form={id}
            kind="main"
            isBusy={form.state === 'busy'}
            isDisabled={read !== null && count === 0}
          >
            {said.submit(count)}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={said.title}>
        <p className="text-s text-ink-soft">{said.text}</p>
        <div className="flex flex-wrap items-center gap-3">
          <Button icon={FileUp} onPress={() => input.current?.click()}>
            {read ? said.other : said.choose}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.json,.txt,text/csv,application/json"
            aria-label={said.choose}
            tabIndex={-1}
            className="unseen"
            onChange={({ currentTarget }) => {
              void choose(currentTarget.files?.[0])
              // The same file, mended, can be chosen again.
              currentTarget.value = ''
            }}
          />
          {read && <span className="min-w-0 text-s wrap-anywhere">{read.name}</span>}
        </div>
        {problem && (
          <Notice kind="red" isUrgent>
            {messageOf(problem, said)}
          </Notice>
        )}
        {read && !fits && <FaultList faults={read.faults} isTable={read.isTable} words={said} />}
        {fits && (
          <>
            <OwnerField
              value={values}
              onChange={({ scope, subAccountId }) => {
                form.field('scope').onChange(scope)
                form.field('subAccountId').onChange(subAccountId)
              }}
              error={form.field('subAccountId').error}
              {...mayShare}
            />
            {isChoiceLeft && (
              <ChoiceCards
                label={said.known}
                value={values.known}
                onChange={form.field('known').onChange}
                options={(['change', 'keep'] as const).map((choice) => ({ id: choice, ...said.knownChoices[choice] }))}
              />
            )}
            <OutcomeList compared={compared} words={said} />
          </>
        )}
      </Form>
    </Dialog>
  )
}

const messageOf = (problem: Problem, words: ShortcutFileWords['importing']): string =>
  problem === 'missing' ? words.needFile : words.problems[problem]
