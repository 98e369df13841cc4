import type { AgentForAgent } from '#contract/agents.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import { useWords } from '../../../ui/words.tsx'
import { lockOf } from '../list/lock-of.ts'
import { AdvisorField } from './advisor-field.tsx'
import { type AgentWish, lacksConversations } from './agent-wish.ts'
import { DeactivationRemark } from './deactivation-remark.tsx'
import type { FormChoices } from './form-choices.ts'
import { FormPart, LockNote } from './form-part.tsx'
import { LanguagesField } from './languages-field.tsx'
import { LimitField } from './limit-field.tsx'
import { impliedBy } from './role-choices.ts'

interface TalkPartProps {
  form: FormState<AgentWish>
  choices: FormChoices
  /** One person rather than several who are invited. */
  isOne: boolean
  /** Who is here already; null: somebody new. */
  agent: AgentForAgent | null
}

/** How somebody chats: whether at all, in which languages, how many at once, and on what. */
export function TalkPart({ form, choices, isOne, agent }: TalkPartProps) {
  const { agents, invitations } = useWords()
  const words = agents.form
  const { values } = form
  const role = choices.roleOf(values.role)
  const lock = agent && lockOf(agent)
  const active = form.field('active')
  const questionnaires = choices.questionnaires.filter(
    ({ id, subAccountId, archivedAt }) =>
      subAccountId === values.subAccountId && (archivedAt === null || values.questionnaireIds.includes(id)),
  )
  const addConversations = () => form.field('modules').onChange([...values.modules, 'conversations'])
  return (
    <FormPart title={words.talk} means={words.talkMeans(isOne)}>
      <div className="grid gap-1.5 rounded-m border border-line p-3">
        <Switch
          label={isOne ? words.active : invitations.invite.active}
          hint={isOne ? words.activeHint : invitations.invite.activeHint}
          isOn={active.value}
          onChange={active.onChange}
          lockedReason={lock === null ? undefined : agents[lock]}
        />
        {lock !== null && <LockNote>{agents[lock]}</LockNote>}
        {agent?.active && !active.value && <DeactivationRemark agent={agent} />}
        {active.error && (
          <p role="alert" className="text-s text-red">
            {active.error}
          </p>
        )}
      </div>
      <LanguagesField {...form.field('languages')} />
      <LimitField {...form.field('conversationLimit')} />
      {impliedBy(role).everything
        ? choices.questionnaires.length > 0 && (
            <FieldGroup label={words.advisor(isOne)}>
              <LockNote>{words.advisorAll}</LockNote>
            </FieldGroup>
          )
        : questionnaires.length > 0 && (
            <AdvisorField
              {...form.field('questionnaireIds')}
              label={words.advisor(isOne)}
              questionnaires={questionnaires}
            />
          )}
      {lacksConversations(values, role) && (
        <Notice
          kind="amber"
          actions={
            <Button size="small" onPress={addConversations} isDisabled={!choices.given.includes('conversations')}>
              {words.addConversations}
            </Button>
          }
        >
          {words.needsConversations}
        </Notice>
      )}
    </FormPart>
  )
}
