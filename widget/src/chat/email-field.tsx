/** @jsxImportSource preact */
import type { Ref } from 'preact'
import { visitorLimits } from '#contract/limits.ts'
import type { View, Visit } from './view.ts'

/** What the server takes for an address: browsers alone are content with less. */
const address = "[\\w'+.\\-]*[\\w+\\-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}"

interface Props {
  view: Pick<View, 'words' | 'greeting'>
  visit: Visit
  field: Ref<HTMLInputElement>
  /** Whether sending was tried without one. */
  isMissed: boolean
  onInput(): void
}

/** Where to answer somebody who writes while nobody is there; within opening hours somebody may be back before they leave. */
export function EmailField({ view: { words, greeting }, visit, field, isMissed, onInput }: Props) {
  const isNeeded = greeting.state === 'closed'
  return (
    <div class="ask">
      <label for="email">{isNeeded ? words.email : words.emailOptional}</label>
      <input
        ref={field}
        id="email"
        type="email"
        required={isNeeded}
        autocomplete="email"
        maxLength={visitorLimits.emailLength}
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
