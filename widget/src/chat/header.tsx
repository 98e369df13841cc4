/** @jsxImportSource preact */
import type { PlaceInQueue } from '#contract/routing.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { presenceWords } from './opening-words.ts'
import { usePlace } from './use-place.ts'
import type { View, Visit } from './view.ts'

interface Props {
  view: View
  visit: Visit
  menuOpen: boolean
  onMenu(): void
}

/** Who answers: before the first words the team, then whoever took the conversation. */
export function Header({ view, visit, menuOpen, onMenu }: Props) {
  const { origin, words, greeting, conversation } = view
  const place = usePlace(conversation?.state === 'pending', visit.place)
  const acts = (
    <div class="acts">
      <button type="button" class="icon menu-button" aria-label={words.menu} aria-expanded={menuOpen} onClick={onMenu}>
        <Icon name="dots" size="l" />
      </button>
      <button type="button" class="icon" aria-label={words.close} onClick={visit.close}>
        <Icon name="x" size="l" />
      </button>
    </div>
  )
  if (view.messages.length === 0 && view.waiting.length === 0 && view.loaded && !hasAnswered(view)) {
    const here = greeting.state === 'answering'
    return (
      <div class="head tall">
        {here && (
          <div class="stack">
            {greeting.team.slice(0, 3).map(({ id, name, photoId }) => (
              <Avatar key={id} name={name} photoId={photoId} origin={origin} large />
            ))}
          </div>
        )}
        <h2 dir="auto">{greeting.title || words.welcome(greeting.organisationName)}</h2>
        <p>
          {here && <span class="here" />}
          {presenceWords(view)}
        </p>
        {acts}
      </div>
    )
  }
  const state = conversation?.state ?? 'pending'
  const assignee = state === 'pending' ? null : (conversation?.assignee ?? null)
  const name = assignee?.name ?? greeting.organisationName
  return (
    <div class="head">
      <Avatar name={name} photoId={assignee?.photoId ?? null} origin={origin} large />
      <div class="who">
        <h2 dir="auto">{name}</h2>
        <p>{stateWords(view, place)}</p>
      </div>
      {acts}
    </div>
  )
}

const hasAnswered = ({ questions }: View) => typeof questions === 'object' && questions.hasBegun()

function placeWords(words: View['words'], place: number, estimateMs: number | null): string {
  const before = words.before(place - 1)
  return estimateMs === null ? before : `${before} · ${words.estimate(Math.ceil(estimateMs / 60_000))}`
}

/** What becomes of what was said. */
function stateWords(view: View, place: PlaceInQueue | null): string {
  if (view.conversation === null && view.waiting.length === 0) return presenceWords(view)
  const state = view.conversation?.state ?? 'pending'
  if (state === 'pending' && view.greeting.state === 'closed') return presenceWords(view)
  if (state === 'pending' && place?.place) return placeWords(view.words, place.place, place.estimateMs)
  return state === 'open' ? view.words.answering : view.words[state]
}
