import { Mail, MailOpen } from 'lucide-react'
import type { LetterId } from '#contract/ids.ts'
import type { LetterForAgent } from '#contract/letters.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { type Column, Table } from '../../ui/lists/table.tsx'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { useWords } from '../../ui/words.tsx'
import { LetterState } from './letter-state.tsx'

interface LettersScreenProps {
  letters: readonly LetterForAgent[]
  hasMailServer: boolean
  onRead: (id: LetterId) => void
}

/** Letters that left, that wait and that could not leave, newest first. */
export function LettersScreen({ letters, hasMailServer, onRead }: LettersScreenProps) {
  const words = useWords().letters
  const columns: Column<LetterForAgent>[] = [
    { key: 'to', header: words.columns.to, cell: ({ to }) => <bdi>{to}</bdi>, onPhone: 'lead', isWide: true },
    { key: 'subject', header: words.columns.subject, cell: ({ subject }) => subject, onPhone: 'line', isWide: true },
    { key: 'state', header: words.columns.state, cell: (letter) => <LetterState letter={letter} />, onPhone: 'line' },
    {
      key: 'when',
      header: words.columns.when,
      cell: (letter) => <RelativeTime at={letter.sentAt ?? letter.createdAt} className="text-ink-soft" />,
      onPhone: 'side',
    },
    {
      key: 'read',
      header: '',
      align: 'end',
      cell: (letter) => (
        <Button kind="quiet" size="small" icon={MailOpen} onPress={() => onRead(letter.id)}>
          {words.read}
        </Button>
      ),
      onPhone: 'line',
    },
  ]
  return (
    <div className="grid gap-4">
      <PageHeading title={words.title} text={words.text} />
      {!hasMailServer && (
        <Notice kind="amber">
          <b>{words.noSmtp.title}</b> {words.noSmtp.text}
        </Notice>
      )}
      {letters.length === 0 ? (
        <EmptyState icon={Mail} title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <Table
          label={words.title}
          columns={columns}
          groups={[{ key: 'all', rows: letters }]}
          keyOf={({ id }) => id}
          isMuted={({ state }) => state === 'sent'}
        />
      )}
    </div>
  )
}
