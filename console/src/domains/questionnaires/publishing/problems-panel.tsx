import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useMemo } from 'react'
import type { Draft } from '#contract/drafts.ts'
import type { Problem } from '#contract/flow/problems.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { placeOfProblem } from '../builder/step-words.ts'

interface ProblemsPanelProps {
  published: Draft['published']
  onClose: () => void
}

/** What is to be mended before publishing, each with its place. It stands over the picture, never over the fields. */
export function ProblemsPanel({ published, onClose }: ProblemsPanelProps) {
  const builder = useBuilder()
  const { problems, words } = builder
  const said = words.problems
  const keyed = useMemo(
    () => problems.map((problem, at) => ({ problem, key: `${JSON.stringify(problem)} ${at}` })),
    [problems],
  )
  return (
    <section
      aria-label={said.title(problems.length)}
      className="floating flex max-h-[min(26rem,70%)] w-94 max-w-full flex-col rounded-l"
    >
      <header className="flex items-center gap-2 py-2 pr-2 pl-3.5">
        <h2 className="min-w-0 flex-1 font-semibold">{said.title(problems.length)}</h2>
        <IconButton icon={X} label={said.close} onPress={onClose} />
      </header>
      {problems.length === 0 ? (
        <p className="flex gap-2 px-3.5 text-s text-green">
          <Icon of={CircleCheck} className="mt-0.5 flex-none" />
          {said.none}
        </p>
      ) : (
        <ul className="grid min-h-0 gap-1.5 overflow-auto px-3.5 py-0.5">
          {keyed.map(({ problem, key }) => (
            <ProblemLine key={key} problem={problem} />
          ))}
        </ul>
      )}
      <p className="px-3.5 py-3 text-s text-ink-soft">{published ? said.online(published.number) : said.never}</p>
    </section>
  )
}

function ProblemLine({ problem }: { problem: Problem }) {
  const builder = useBuilder()
  const { words, problemWords } = builder
  const place = placeOfProblem(problem, builder)
  return (
    <li className="flex items-start gap-2.5 rounded-m bg-red-wash px-3 py-2.5 text-s">
      <Icon of={CircleAlert} className="mt-0.5 flex-none text-red" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <b className="block font-semibold">
          <bdi>{place}</bdi>
        </b>
        {problemWords[problem.code](problem)}
      </div>
      <Button size="small" aria-label={words.problems.goTo(place)} onPress={() => builder.goTo(problem)}>
        {words.problems.go}
      </Button>
    </li>
  )
}
