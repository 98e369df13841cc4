import { Pill } from '../../../ui/feedback/pill.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { Address } from './addresses.ts'

const kinds = { ready: 'green', member: 'plain', invited: 'plain', incomplete: 'red', twice: 'plain' } as const

/** What is known of each address while it is typed. A single good one needs no remark. */
export function AddressVerdicts({ addresses }: { addresses: readonly Address[] }) {
  const words = useWords().invitations.invite.verdicts
  if (addresses.length === 0 || (addresses.length === 1 && addresses[0]?.verdict === 'ready')) return null
  return (
    <ul aria-live="polite" className="-mt-2 grid max-h-40 gap-1.5 overflow-auto text-s">
      {addresses.map(({ email, verdict }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand here twice
        <li key={index} className="flex items-center justify-between gap-3">
          <bdi className="truncate">{email}</bdi>
          <Pill kind={kinds[verdict]}>{words[verdict]}</Pill>
        </li>
      ))}
    </ul>
  )
}
