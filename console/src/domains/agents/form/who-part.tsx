import type { AgentForAgent } from '#contract/agents.ts'
import { limits } from '#contract/limits.ts'
import { localeNames, locales } from '#words/locale.ts'
import { photoUrlOf } from '../../../live/photo-url.ts'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { PasswordField } from '../../../ui/fields/password-field.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import { NameFields } from '../../../ui/people/name-fields.tsx'
import { PhotoField } from '../../../ui/people/photo-field.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AddressVerdicts } from './address-verdicts.tsx'
import type { Address } from './addresses.ts'
import type { AgentWish } from './agent-wish.ts'
import { FormPart } from './form-part.tsx'

/** Who somebody is. `agent`: somebody who is here already; null: somebody to be added, with a password. */
export function WhoPart({ form, agent }: { form: FormState<AgentWish>; agent: AgentForAgent | null }) {
  const { agents: words } = useWords()
  const said = words.form
  const { firstName, lastName } = form.values
  const name = [firstName, lastName].join(' ').trim()
  return (
    <FormPart title={said.who} means={said.whoMeans}>
      <PhotoField
        {...form.field('photo')}
        presentUrl={photoUrlOf(agent?.photoId ?? null)}
        person={{ id: agent?.id ?? '', name }}
      />
      <NameFields first={form.field('firstName')} last={form.field('lastName')} autoFocus={agent === null} />
      <TextField
        {...form.field('email')}
        label={said.email}
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={limits.emailLength}
        hint={agent && (agent.nextEmail ? words.edit.emailWaits(agent.nextEmail) : words.edit.emailHint)}
      />
      {agent === null && (
        <div className="grid gap-1.5">
          <PasswordField
            {...form.field('password')}
            label={words.add.password}
            purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
            maxLength={limits.passwordMaxLength}
          />
          <p className="text-s text-ink-soft">{words.add.passwordHint}</p>
        </div>
      )}
      <TextField
        {...form.field('shownName')}
        label={said.shownName}
        hint={said.shownNameHint(firstName.trim())}
        isOptional
        autoComplete="off"
        maxLength={limits.nameLength}
      />
      <TextField
        {...form.field('description')}
        label={said.description}
        hint={said.descriptionHint}
        isOptional
        rows={2}
        maxLength={limits.descriptionLength}
      />
      {agent === null && <LocaleField form={form} />}
    </FormPart>
  )
}

/** Whom to invite: several at once, each with a verdict of their own. */
export function InvitedPart({ form, addresses }: { form: FormState<AgentWish>; addresses: readonly Address[] }) {
  const { agents, invitations } = useWords()
  return (
    <FormPart title={agents.form.who} means={agents.form.whoMeans}>
      <TextField
        {...form.field('emails')}
        label={invitations.invite.emails}
        hint={invitations.invite.emailsHint}
        aside={addresses.length > 1 && <span className="tabular-nums">{addresses.length}</span>}
        name="emails"
        rows={3}
        autoFocus
      />
      <AddressVerdicts addresses={addresses} />
      <LocaleField form={form} />
    </FormPart>
  )
}

function LocaleField({ form }: { form: FormState<AgentWish> }) {
  const words = useWords().agents.form
  return (
    <FieldGroup label={words.letterLanguage}>
      <div>
        <Segments
          label={words.letterLanguage}
          options={locales.map((each) => ({ id: each, label: localeNames[each] }))}
          value={form.values.locale}
          onChange={form.field('locale').onChange}
        />
      </div>
    </FieldGroup>
  )
}
