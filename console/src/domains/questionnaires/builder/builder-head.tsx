import { Link } from '@tanstack/react-router'
import {
  ArrowLeft,
  ChevronRight,
  CircleAlert,
  EllipsisVertical,
  FileDown,
  History,
  Pencil,
  Play,
  Redo2,
  Undo2,
} from 'lucide-react'
import type { Draft } from '#contract/drafts.ts'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { Menu, MenuAct } from '../../../ui/overlays/menu.tsx'
import { SavingLine } from '../saving/saving-line.tsx'
import type { DraftFlow } from '../saving/use-draft-flow.ts'
import { useBuilder } from './builder-context.ts'

interface BuilderHeadProps {
  questionnaire: QuestionnaireForAgent
  draft: Draft
  draftFlow: DraftFlow
  /** Whether the draft is other than what is online. */
  differs: boolean
  onRename: () => void
  onTry: () => void
  onPublish: () => void
  onVersions: () => void
  onExport: () => void
}

/** What is being edited, whether it is kept, and what can be done with it as a whole. */
export function BuilderHead(props: BuilderHeadProps) {
  const { questionnaire, draft, draftFlow, differs, onRename, onTry, onPublish, onVersions, onExport } = props
  const { words, isReadOnly, problems } = useBuilder()
  const isPhone = useIsPhone()
  const { published } = draft
  return (
    <header className="flex min-h-14 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-5 py-2 phone:px-3">
      <nav aria-label={words.crumb} className="flex min-w-0 items-center gap-1.5">
        <Link
          to="/settings/questionnaires"
          className="flex min-h-6 items-center gap-1.5 rounded-xs text-ink-soft no-underline hover:text-ink"
        >
          {isPhone && <Icon of={ArrowLeft} />}
          <span className={isPhone ? 'unseen' : undefined}>{words.crumb}</span>
        </Link>
        {!isPhone && <Icon of={ChevronRight} size="xs" className="flex-none text-ink-soft" />}
        <h1 className="truncate text-l font-semibold tracking-tight">
          <bdi>{questionnaire.name}</bdi>
        </h1>
        {!isReadOnly && <IconButton icon={Pencil} label={words.rename} size="small" onPress={onRename} />}
      </nav>
      {questionnaire.archivedAt !== null && <Pill kind="amber">{words.states.archived}</Pill>}
      {published && !differs ? (
        <Pill kind="green">{words.states.online(published.number)}</Pill>
      ) : (
        <Pill kind="amber">{words.states.draft((published?.number ?? 0) + 1)}</Pill>
      )}
      {isReadOnly ? <Pill>{words.states.readOnly}</Pill> : <SavingLine state={draftFlow.saving} words={words} />}
      <div className="ml-auto flex items-center gap-1.5">
        {!isReadOnly && (
          <>
            <IconButton
              icon={Undo2}
              label={words.undo}
              keys="mod+z"
              isDisabled={!draftFlow.canUndo}
              onPress={draftFlow.undo}
            />
            <IconButton
              icon={Redo2}
              label={words.redo}
              keys="mod+shift+z"
              isDisabled={!draftFlow.canRedo}
              onPress={draftFlow.redo}
            />
          </>
        )}
        <Menu label={words.more} trigger={<IconButton icon={EllipsisVertical} label={words.more} />}>
          <MenuAct icon={History} onAction={onVersions}>
            {words.versions}
          </MenuAct>
          <MenuAct icon={FileDown} onAction={onExport}>
            {words.export}
          </MenuAct>
        </Menu>
        {!isPhone && (
          <Button icon={Play} onPress={onTry}>
            {words.try}
          </Button>
        )}
        {!isReadOnly && (
          <Button kind="main" onPress={onPublish}>
            <span className="flex items-center gap-2">
              {words.publish}
              {problems.length > 0 && (
                <span className="inline-flex h-5 items-center gap-1 rounded-full bg-red-wash px-1.5 text-xs text-red">
                  <Icon of={CircleAlert} size="xxs" />
                  <span aria-hidden="true">{problems.length}</span>
                  <span className="unseen">{words.problems.count(problems.length)}</span>
                </span>
              )}
            </span>
          </Button>
        )}
      </div>
    </header>
  )
}
