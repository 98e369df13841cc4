/** @jsxImportSource preact */
import type { Ref } from 'preact'
import { limits } from '#contract/limits.ts'
import type { View, Visit } from './view.ts'

/** What the server takes for an address: browsers alone are content with less. */
const address = "[\\w'+.\\-]*[\\w+\\-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}"

interface Props {
  view: Pick<View, 'words'>
  visit: Visit
  field: Ref<HTMLInputElement>
  /** Whether sending was tried without one. */
  isMissed: boolean
  onInput(): void
}

/** Where to answer somebody who writes while nobody is there. */
export function EmailField({ view: { words }, visit, field, isMissed, onInput }: Props) {
  return (
    <div class="ask">
      <label for="email">{words.email}</label>
      <input
        ref={field}
        id="email"
        type="email"
        required
        autocomplete="email"
        maxLength={limits.emailLength}
        pattern={address}
        defaultValue={visit.email()}
        aria-invalid={isMissed}
        aria-describedby="email-wrong"
        onInput={({ currentTarget: { value } }) => {
          visit.keepEmail(value)
          onInput()
        }}
      />
      <p id="email-wrong" role="alert">
        {isMissed && words.emailWrong}
      </p>
    </div>
  )
}
