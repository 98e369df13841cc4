import { useQuery } from '@tanstack/react-query'
import type { InvitationResult } from '#contract/invitations.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Pill } from '../../ui/feedback/pill.tsx'
import { CopyField } from '../../ui/fields/copy-field.tsx'
import { useWords } from '../../ui/words.tsx'

const verdictOf = {
  'already-member': 'member',
  'already-invited': 'invited',
  invalid: 'incomplete',
  'no-seat-left': 'noSeat',
} as const

/** What became of each address, and the links, shown this once. */
export function InviteResults({ results }: { results: readonly InvitationResult[] }) {
  const { invite: words } = useWords().invitations
  const { organisationId, may } = useMe()
  const letters = useQuery({
    queryKey: settingsKey(organisationId, 'letters'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/letters', { params: { organisationId }, signal }),
    enabled: may.readLetters,
  })
  const invited = results.filter(({ link }) => link !== null)
  return (
    <div className="grid gap-4">
      {letters.data?.smtp === false && <Notice kind="amber">{words.results.noMail}</Notice>}
      {invited.length > 0 && <p className="text-ink-soft">{words.results.text}</p>}
      {invited.map(({ email, link }) => (
        <CopyField key={email} label={words.results.link(email)} text={link ?? ''} />
      ))}
      {results.map(({ email, result }) =>
        result === 'invited' ? null : (
          <p key={email} className="flex items-center justify-between gap-3 text-s">
            <bdi className="truncate">{email}</bdi>
            <Pill>{words.verdicts[verdictOf[result]]}</Pill>
          </p>
        ),
      )}
    </div>
  )
}
