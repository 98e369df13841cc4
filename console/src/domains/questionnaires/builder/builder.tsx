import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { Draft } from '#contract/drafts.ts'
import type { StepId } from '#contract/flow/flow.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import { type BuilderWords, builderWords } from '#words/builder.ts'
import { api } from '../../../live/api.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Banner } from '../../../ui/feedback/notice.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { useMediaQuery } from '../../../ui/look/use-media-query.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { LanguagesDialog } from '../editor/languages-dialog.tsx'
import { NoStep, StepEditor } from '../editor/step-editor.tsx'
import { download } from '../file.ts'
import { placeAfter } from '../flow/place-after.ts'
import { keepCopy } from '../keep-copy.ts'
import { NameDialog } from '../name-dialog.tsx'
import { Outline } from '../outline/outline.tsx'
import { Picture } from '../picture/picture.tsx'
import { Preview } from '../preview/preview.tsx'
import { ProblemsPanel } from '../publishing/problems-panel.tsx'
import { PublishDialog } from '../publishing/publish-dialog.tsx'
import { VersionsDialog } from '../publishing/versions-dialog.tsx'
import { questionnairesQuery } from '../queries.ts'
import { OvertakenBanner } from '../saving/overtaken-banner.tsx'
import { useDraftFlow } from '../saving/use-draft-flow.ts'
import { AddMenu } from './add-menu.tsx'
import { BuilderContext } from './builder-context.ts'
import { BuilderHead } from './builder-head.tsx'
import type { EditorPlace } from './editor-place.ts'
import { LeaveQuestion } from './leave-question.tsx'
import { useBuilderKeys } from './use-builder-keys.ts'
import { useBuilderState } from './use-builder-state.ts'
import { useFocusRequest } from './use-focus-request.ts'

type Pane = 'outline' | 'picture' | 'editor' | 'preview'
type Task = 'rename' | 'languages' | 'publish' | 'versions'

interface BuilderProps {
  questionnaire: QuestionnaireForAgent
  /** As last read from the server. */
  heard: Draft
}

/** One questionnaire: its steps at the left, their picture, the step in hand and the trial at the right; one of them at a time where it is narrow. */
export function Builder({ questionnaire, heard }: BuilderProps) {
  const { locale } = useSpeech()
  const words = builderWords(locale)
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const subAccounts = useKnown((state) => state.subAccounts, none)
  const where = { organisationId, questionnaireId: questionnaire.id }
  const isCompact = useMediaQuery('(max-width: 1023px)')
  const [pane, setPane] = useState<Pane>('outline')
  const [isTrying, setTrying] = useState(false)
  const [isListing, setListing] = useState(false)
  const [task, setTask] = useState<Task | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const editorPlace = useRef<HTMLDivElement>(null)

  const draftFlow = useDraftFlow(where, heard, (theirs) =>
    toasts.show({ kind: 'notice', text: words.theirs(theirs.savedBy) }),
  )
  const { saver, saving, flow } = draftFlow
  const draft = heard.version >= saver.version() ? heard : saver.saved()
  const isReadOnly = !heard.may.change

  const requestFocus = useFocusRequest(editorPlace)
  /** Where the keys go from the editor: to a step that may not be drawn yet, since outline and picture are drawn behind what is typed. */
  const leavingTo = useRef<string | null>(null)
  const focusLeft = () => {
    const item = leavingTo.current === null ? null : place.current?.querySelector<HTMLElement>(leavingTo.current)
    if (!item) return
    leavingTo.current = null
    item.focus()
  }
  useEffect(focusLeft)
  const focus = useCallback(
    (at: EditorPlace) => {
      leavingTo.current = null
      setPane('editor')
      requestFocus(at)
    },
    [requestFocus],
  )
  const openLanguages = useCallback(() => setTask('languages'), [])
  const { builder, asked, stopAsking } = useBuilderState({
    draftFlow,
    draft,
    words,
    isReadOnly,
    focus,
    onLanguages: openLanguages,
  })
  const settled = useDeferredValue(builder)
  const { step, problems } = builder

  const edit = () => focus('first')
  const choose = (id: StepId) => {
    builder.select(id)
    if (isCompact) setPane('editor')
  }
  const focusStep = (of: 'outline' | 'picture') => {
    const item = of === 'outline' ? '[role="treeitem"]' : 'button'
    leavingTo.current = `${item}[data-step${step ? `="${step.id}"` : ''}][tabindex="0"]`
    if (isCompact) setPane(of)
    // At once, so that the next key already works there.
    focusLeft()
  }
  const tryIt = () => {
    if (isCompact) setPane('preview')
    else setTrying((is) => !is)
  }
  const addAfter = (beside: Element) => builder.askKind(placeAfter(flow, step?.id ?? null), beside)
  /** What a menu that was opened by a key stands beside. */
  const whereKeysAre = (): Element => {
    const active = document.activeElement
    if (active && active !== document.body && place.current?.contains(active)) return active
    return (
      place.current?.querySelector('[role="treeitem"][tabindex="0"], [data-adds], button[data-step][tabindex="0"]') ??
      document.body
    )
  }
  useBuilderKeys(builder, draftFlow, {
    add: () => addAfter(whereKeysAre()),
    try: tryIt,
    outline: () => focusStep('outline'),
    picture: () => focusStep('picture'),
    editor: edit,
  })

  const refetchList = () => queryClient.invalidateQueries({ queryKey: questionnairesQuery(organisationId).queryKey })

  async function askToPublish(): Promise<void> {
    if (problems.length > 0) {
      setListing((is) => !is)
      return
    }
    if (!(await saver.flush())) {
      toasts.show({ kind: 'refusal', text: words.publishing.notSaved })
      return
    }
    // Channels may have been told to begin with it since: the question names them.
    await refetchList()
    setTask('publish')
  }
  async function publish(): Promise<string | null> {
    try {
      const published = await api.call(
        'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication',
        {
          params: where,
          body: { version: saver.version() },
        },
      )
      saver.adopt({ ...published, flow })
      toasts.show({ text: words.publishing.done(published.published?.number ?? 1) })
      await refetchList()
      return null
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await refetchList()
      return error.code === 'questionnaires.changed-meanwhile' ? words.publishing.changed : error.message
    }
  }
  async function restore(number: number): Promise<void> {
    if (!(await saver.flush())) {
      toasts.show({ kind: 'refusal', text: words.publishing.notSaved })
      return
    }
    try {
      const restored = await api.call(
        'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration',
        { params: { ...where, number }, body: { version: saver.version() } },
      )
      draftFlow.take(restored)
      setTask(null)
      toasts.show({ text: words.history.restored(number), act: { label: words.undo, onAct: draftFlow.undo } })
    } catch (error) {
      sayRefusal(error, words.saving.failed)
    }
  }
  async function exportFile(): Promise<void> {
    await saver.flush()
    try {
      download(
        await api.call('GET /organisations/:organisationId/questionnaires/:questionnaireId/export', { params: where }),
      )
    } catch (error) {
      sayRefusal(error, words.saving.failed)
    }
  }
  async function keepMine(theirs: Draft): Promise<void> {
    try {
      const name = words.overtaken.copyName(questionnaire.name)
      const copy = await keepCopy({ organisationId, subAccountId: questionnaire.subAccountId, flow, name })
      draftFlow.take(theirs)
      toasts.show({ text: words.overtaken.copyDone(copy.name) })
      await refetchList()
    } catch (error) {
      sayRefusal(error, words.saving.failed)
    }
  }

  const outline = <Outline onEdit={edit} onChoose={choose} />
  const picture =
    flow.steps.length === 0 ? (
      <NoSteps words={words} onAdd={isReadOnly ? undefined : addAfter} />
    ) : (
      <Picture onEdit={edit} />
    )
  const editor = (
    <div ref={editorPlace} className="h-full min-h-0 overflow-auto bg-surface">
      {step ? (
        <StepEditor
          step={step}
          onLanguages={openLanguages}
          onLeave={() => focusStep(isCompact && pane === 'picture' ? 'picture' : 'outline')}
        />
      ) : (
        <NoStep onAdd={isReadOnly ? undefined : addAfter} />
      )}
    </div>
  )
  const list = isListing && <ProblemsPanel published={draft.published} onClose={() => setListing(false)} />
  const panes: Record<Pane, ReactNode> = {
    outline: <BuilderContext value={settled}>{outline}</BuilderContext>,
    picture: <BuilderContext value={settled}>{picture}</BuilderContext>,
    editor,
    preview: <Preview />,
  }

  return (
    <BuilderContext value={builder}>
      <div ref={place} className="flex h-full min-h-0 flex-col">
        <BuilderHead
          questionnaire={questionnaire}
          draft={draft}
          draftFlow={draftFlow}
          differs={draft.differs || saver.isDirty()}
          onRename={() => setTask('rename')}
          onTry={tryIt}
          onPublish={() => void askToPublish()}
          onVersions={() => setTask('versions')}
          onExport={() => void exportFile()}
        />
        {isReadOnly && <Banner kind="blue">{words.readOnly}</Banner>}
        {saving.kind === 'overtaken' && (
          <OvertakenBanner
            theirs={saving.theirs}
            words={words}
            onTake={() => {
              draftFlow.take(saving.theirs)
              toasts.show({ text: words.overtaken.takeTheirsDone, act: { label: words.undo, onAct: draftFlow.undo } })
            }}
            onKeepCopy={() => keepMine(saving.theirs)}
          />
        )}
        {isCompact ? (
          <>
            <div className="border-b border-line bg-surface px-3 py-2">
              <Segments
                label={words.panes.label}
                options={(['outline', 'picture', 'editor', 'preview'] as const).map((id) => ({
                  id,
                  label: words.panes[id],
                }))}
                value={pane}
                onChange={setPane}
                isBlock
              />
            </div>
            <div className="relative min-h-0 flex-1">
              {list && <div className="border-b border-line p-2">{list}</div>}
              <div className={list ? 'h-1/2' : 'h-full'}>{panes[pane]}</div>
            </div>
          </>
        ) : (
          <div className="grid min-h-0 flex-1 grid-cols-[14rem_minmax(0,1fr)_26rem] narrow:grid-cols-[13rem_minmax(0,1fr)_22rem]">
            <div className="min-h-0 border-r border-line bg-surface">{panes.outline}</div>
            <div className="relative min-h-0 min-w-0">
              {panes.picture}
              {list && (
                <div className="absolute right-4 bottom-4 flex max-h-full max-w-[calc(100%-2rem)] items-end">
                  {list}
                </div>
              )}
            </div>
            <div className="flex min-h-0 flex-col border-l border-line">
              <div className="min-h-0 flex-1">{editor}</div>
              {isTrying && (
                <div className="h-[52%] min-h-72 flex-none border-t border-line">
                  <Preview onClose={() => setTrying(false)} />
                </div>
              )}
            </div>
          </div>
        )}
      </div>
      {asked && (
        <AddMenu
          beside={asked.beside}
          words={words}
          onClose={stopAsking}
          onChoose={(kind) => builder.add(kind, asked.place)}
        />
      )}
      {task === 'languages' && <LanguagesDialog onClose={() => setTask(null)} />}
      {task === 'rename' && (
        <NameDialog
          questionnaire={questionnaire}
          subAccounts={subAccounts}
          shown={null}
          onClose={() => setTask(null)}
        />
      )}
      {task === 'publish' && (
        <PublishDialog
          draft={draft}
          channels={questionnaire.channels.map(({ name }) => name)}
          words={words}
          onPublish={publish}
          onClose={() => setTask(null)}
        />
      )}
      {task === 'versions' && (
        <VersionsDialog
          {...where}
          draft={draft}
          words={words}
          onRestore={isReadOnly ? undefined : restore}
          onClose={() => setTask(null)}
        />
      )}
      {!isReadOnly && <LeaveQuestion saver={saver} words={words} />}
    </BuilderContext>
  )
}

/** Before there is a first step. */
function NoSteps({ words, onAdd }: { words: BuilderWords; onAdd?: ((beside: Element) => void) | undefined }) {
  return (
    <div className="grid h-full place-content-center justify-items-center gap-3 bg-paper p-6 text-center">
      <b className="text-l font-semibold">{words.empty.title}</b>
      <p className="max-w-80 text-ink-soft">{words.empty.text}</p>
      {onAdd && (
        <Button kind="main" onPress={({ target }) => onAdd(target)} keys="n">
          {words.outline.add}
        </Button>
      )}
    </div>
  )
}

const none: never[] = []
