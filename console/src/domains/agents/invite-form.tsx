import type { SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { SubAccount } from '#contract/organisations.ts'
import type { Locale, Role } from '#contract/vocabulary.ts'
import { localeNames, locales } from '#words/locale.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Segments } from '../../ui/fields/segments.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { Switch } from '../../ui/fields/switch.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import type { FormState } from '../../ui/fields/use-form.ts'
import { useWords } from '../../ui/words.tsx'
import { AddressVerdicts } from './address-verdicts.tsx'
import type { Address } from './addresses.ts'
import { LanguagesField } from './languages-field.tsx'

export interface InviteWish extends Record<string, unknown> {
  emails: string
  role: Role
  subAccountId: SubAccountId | null
  languages: string[]
  activeOnArrival: boolean
  locale: Locale
}

export const hasEverySubAccount = (role: Role): boolean => role === 'administrator' || role === 'moderator'

interface InviteFormProps {
  id: string
  form: FormState<InviteWish>
  addresses: readonly Address[]
  subAccounts: readonly SubAccount[]
  roles: readonly Role[]
}

/** Who, what they may see, and how they answer. */
export function InviteForm({ id, form, addresses, subAccounts, roles }: InviteFormProps) {
  const words = useWords()
  const said = words.invitations.invite
  const { role } = form.values
  const hasAll = hasEverySubAccount(role)
  const isTooMany = addresses.length > limits.emailsPerInvitation
  return (
    <Form id={id} form={form} label={said.title} className="gap-5">
      <TextField
        {...form.field('emails')}
        error={isTooMany ? said.emailsTooMany(limits.emailsPerInvitation) : form.field('emails').error}
        label={said.emails}
        hint={said.emailsHint}
        name="emails"
        rows={3}
        autoFocus
      />
      <AddressVerdicts addresses={addresses} />
      <ChoiceCards
        {...form.field('role')}
        label={said.role}
        options={roles.map((each) => ({
          id: each,
          label: words.agents.roles[each],
          hint: words.agents.roleHints[each],
        }))}
      />
      {subAccounts.length > 1 && (
        <Select
          {...form.field('subAccountId')}
          label={said.subAccount}
          value={hasAll ? null : form.values.subAccountId}
          placeholder={hasAll ? said.subAccountAll : undefined}
          lockedReason={hasAll ? said.subAccountAllReason : undefined}
          options={subAccounts.map((one) => ({ id: one.id, label: one.name }))}
        />
      )}
      <LanguagesField {...form.field('languages')} label={said.languages} />
      <Switch
        label={said.active}
        hint={said.activeHint}
        isOn={form.values.activeOnArrival}
        onChange={form.field('activeOnArrival').onChange}
      />
      <div className="grid justify-items-start gap-1.5">
        <span aria-hidden="true" className="text-s font-medium">
          {said.letterLanguage}
        </span>
        <Segments
          label={said.letterLanguage}
          options={locales.map((each) => ({ id: each, label: localeNames[each] }))}
          value={form.values.locale}
          onChange={form.field('locale').onChange}
        />
      </div>
    </Form>
  )
}
