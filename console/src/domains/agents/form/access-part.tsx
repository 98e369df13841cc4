import { Store } from 'lucide-react'
import type { SubAccountId } from '#contract/ids.ts'
import { Select } from '../../../ui/fields/select.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import { useWords } from '../../../ui/words.tsx'
import type { AgentWish } from './agent-wish.ts'
import type { FormChoices } from './form-choices.ts'
import { FormPart } from './form-part.tsx'
import { ModulesField } from './modules-field.tsx'
import { ReachField } from './reach-field.tsx'
import { impliedBy, mayGiveReach, type RoleKey } from './role-choices.ts'
import { RoleField } from './role-field.tsx'

interface AccessPartProps {
  form: FormState<AgentWish>
  choices: FormChoices
  isOne: boolean
  /** The last administrator stays one. */
  isLast: boolean
}

/** What somebody may see: their role, and whatever the role leaves open. */
export function AccessPart({ form, choices, isOne, isLast }: AccessPartProps) {
  const { form: words } = useWords().agents
  const { values } = form
  const role = choices.roleOf(values.role)
  const implied = impliedBy(role)
  const hasSubAccounts = choices.subAccounts.length > 1

  const chooseRole = (key: RoleKey) => {
    form.field('role').onChange(key)
    form.field('modules').onChange(choices.modulesFor(key))
  }
  const chooseSubAccount = (id: SubAccountId) => {
    form.field('subAccountId').onChange(id)
    // Advisors of questionnaires that belong there.
    form.field('questionnaireIds').onChange(choices.questionnairesOf(id, values.questionnaireIds))
  }
  const isComplete = role.modules.length === choices.moduleCount
  return (
    <FormPart title={words.access} means={words.accessMeans(isOne)}>
      <RoleField {...form.field('role')} choices={choices.roles} onChange={chooseRole} isLast={isLast} />
      {hasSubAccounts && (
        <Select<SubAccountId>
          {...form.field('subAccountId')}
          label={words.subAccount}
          icon={Store}
          value={implied.everySubAccount ? null : values.subAccountId}
          onChange={chooseSubAccount}
          placeholder={implied.everySubAccount ? words.subAccountAll : undefined}
          lockedReason={implied.everySubAccount ? words.subAccountAllReason : undefined}
          options={choices.subAccounts.map(({ id, name }) => ({ id, label: name }))}
        />
      )}
      <ModulesField
        {...form.field('modules')}
        value={implied.everything ? role.modules : values.modules}
        lockedReason={implied.everything ? (isComplete ? words.modulesAll : words.modulesImplied) : undefined}
        given={choices.given}
      />
      <ReachField
        {...form.field('reach')}
        implied={implied.reach}
        mayGive={(reach) => mayGiveReach(choices.giver, reach)}
        hasSubAccounts={hasSubAccounts}
      />
    </FormPart>
  )
}
