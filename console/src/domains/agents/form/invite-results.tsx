import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { InvitationResult } from '#contract/invitations.ts'
import type { InvitationWords } from '#words/fr/console/invitations.ts'
import { api } from '../../../live/api.ts'
import { useMe } from '../../../live/session.ts'
import { settingsKey } from '../../../live/settings-key.ts'
import { textLink } from '../../../ui/actions/button-look.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { CopyField } from '../../../ui/fields/copy-field.tsx'
import { useWords } from '../../../ui/words.tsx'

const verdictOf = {
  added: 'added',
  'already-member': 'member',
  'already-invited': 'invited',
  invalid: 'incomplete',
  'no-seat-left': 'noSeat',
} as const

const kinds = { added: 'green', member: 'plain', invited: 'plain', incomplete: 'red', noSeat: 'amber' } as const

/** What the results are called: something came of them, or nothing. */
export const resultsTitle = (results: readonly InvitationResult[], words: InvitationWords['invite']['results']) =>
  results.some(({ result }) => result === 'invited' || result === 'added') ? words.title : words.notInvited

/** What became of each address, and the links, shown this once. */
export function InviteResults({ results }: { results: readonly InvitationResult[] }) {
  const { agents, invitations } = useWords()
  const words = invitations.invite
  const { organisationId, may } = useMe()
  const letters = useQuery({
    queryKey: settingsKey(organisationId, 'letters'),
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/letters', { params: { organisationId }, signal }),
    enabled: may.readLetters,
  })
  const isSeatMissing = results.some(({ result }) => result === 'no-seat-left')
  const invited = results.filter(({ link }) => link !== null)
  return (
    <div className="grid gap-4">
      {letters.data?.smtp === false && <Notice kind="amber">{words.results.noMail}</Notice>}
      {invited.length > 0 && <p className="text-ink-soft">{words.results.text}</p>}
      {invited.map(({ email, link }) => (
        <CopyField key={email} label={words.results.link(email)} text={link ?? ''} />
      ))}
      <ul className="grid gap-1.5 empty:hidden">
        {results.map(({ email, result }) =>
          result === 'invited' ? null : (
            <li key={email} className="flex items-center justify-between gap-3 text-s">
              <bdi className="truncate">{email}</bdi>
              <Pill kind={kinds[verdictOf[result]]}>{words.verdicts[verdictOf[result]]}</Pill>
            </li>
          ),
        )}
      </ul>
      {isSeatMissing && may.changeBilling && (
        <Link to="/settings/billing" className={textLink}>
          {agents.seats.change}
        </Link>
      )}
    </div>
  )
}
