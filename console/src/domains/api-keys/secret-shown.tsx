import { apiRoot } from '#contract/addresses.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { CopyField } from '../../ui/fields/copy-field.tsx'
import { useWords } from '../../ui/words.tsx'

/** The one time a key is seen, and a call to try it with. */
export function SecretShown({ secret, organisationId }: { secret: string; organisationId: string }) {
  const words = useWords().apiKeys.dialog
  const address = `${window.location.origin}${apiRoot}/organisations/${organisationId}/me`
  return (
    <div className="grid gap-4">
      <Notice kind="amber">{words.shownOnce}</Notice>
      <CopyField label={words.secret} text={secret} />
      <CopyField label={words.example} text={`curl -H 'Authorization: Bearer ${secret}' '${address}'`} isCode />
    </div>
  )
}
