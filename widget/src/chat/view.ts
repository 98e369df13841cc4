import type { VisitorState } from '#client/visitor-state.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import type { PlaceInQueue } from '#contract/routing.ts'
import type { Greeting } from '#contract/visitors.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { WidgetWords } from '#words/widget.ts'
import type { Files } from '../files/files.tsx'
import type { More } from '../more/more.tsx'
import type { Questions } from './questions/questions.tsx'
import type { Waiting } from './rows.ts'

/** What the screen shows. */
export interface View {
  /** Where Comptoir is. */
  origin: string
  open: boolean
  words: WidgetWords
  locale: Locale
  greeting: Greeting
  conversation: VisitorState['conversation']
  messages: readonly MessageForVisitor[]
  /** What is asked before words: their code is fetched when there is something to ask. */
  questions: 'none' | 'loading' | 'failed' | Questions
  /** The menu, and what is asked at the end; null: not wanted yet. */
  more: More | null
  /** What knows files; null: there are none yet. */
  files: Files | null
  /** What was chosen cannot be sent: the part that knows files did not come. */
  filesFailed: boolean
  /** Grows with each message taken back into the field. */
  takenBack: number
  /** Own messages on their way. */
  waiting: readonly Waiting[]
  /** Whether what is shown of the conversation is all there is; false before the first answer. */
  loaded: boolean
  older: 'none' | 'more' | 'loading' | 'failed'
  line: 'fine' | 'offline' | 'ended' | 'outdated'
  /** Whether what waits would be lost with the page. */
  fragile: boolean
  typing: string | null
  unread: number
  /** An answer that came while the panel was closed, until it is opened or put away. */
  peek: MessageForVisitor | null
  sound: boolean
}

/** One visitor on one page: what the screen shows, and everything it may wish. */
export interface Visit {
  view(): View
  toggle(): void
  close(): void
  /** `email`: where to answer, said with the words when nobody is there. */
  send(text: string, email?: string): void
  attach(files: Iterable<File>): void
  /** Files are held over the panel. */
  over(panel: HTMLElement): void
  retry(id: string): void
  discard(id: string): void
  /** What was refused stands in the field again, files included. */
  takeBack(id: string): void
  typed(): void
  stoppedTyping(): void
  draft(): string
  keepDraft(text: string): void
  /** As it was typed last in this browser. */
  email(): string
  keepEmail(email: string): void
  loadOlder(): void
  /** Where the conversation waits. */
  place(): Promise<PlaceInQueue>
  /** Fetches the menu, and what is asked at the end. */
  wantMore(): void
  /** Fetches the questions, or asks where they stand. */
  ask(): void
  /** Everything up to this message was before the visitor's eyes. */
  saw(seq: number): void
  putPeekAway(): void
  /** One of the channel's languages. */
  choose(language: string): void
  sound(on: boolean): void
}
