import { modules } from '#contract/vocabulary.ts'
import { languageNames } from '../../../ui/languages.ts'
import { useSpeech } from '../../../ui/words.tsx'
import type { AgentField, AgentWish } from './agent-wish.ts'
import type { FormChoices } from './form-choices.ts'

/** What a field of the form and its value are called in a sentence. */
export function useFieldWords(choices: FormChoices) {
  const { words, tag } = useSpeech()
  const { agents, invitations, ui } = words
  const { form, meanwhile } = agents
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })

  const names: Record<AgentField, string> = {
    emails: invitations.invite.emails,
    email: form.email,
    password: agents.add.password,
    firstName: ui.personName.first,
    lastName: ui.personName.last,
    shownName: form.shownName,
    description: form.description,
    photo: ui.photo.label,
    role: form.role,
    subAccountId: form.subAccount,
    modules: form.modules,
    reach: form.reach,
    languages: form.languages,
    conversationLimit: form.limit,
    questionnaireIds: form.advisor(true),
    active: form.active,
    locale: form.letterLanguage,
  }

  function value(field: AgentField, wish: AgentWish): string {
    switch (field) {
      case 'role': {
        const role = choices.roleOf(wish.role)
        return role.custom?.name || agents.roles[role.model]
      }
      case 'subAccountId':
        return choices.subAccounts.find(({ id }) => id === wish.subAccountId)?.name ?? form.subAccountAll
      case 'modules':
        return listed(modules.filter((module) => wish.modules.includes(module)).map((module) => agents.modules[module]))
      case 'reach':
        return form.reaches[wish.reach]
      case 'languages':
        return listed(wish.languages.map(languageNames(tag)))
      case 'conversationLimit':
        return wish.conversationLimit ?? agents.unlimited
      case 'questionnaireIds':
        return listed(
          choices.questionnaires.filter(({ id }) => wish.questionnaireIds.includes(id)).map(({ name }) => name),
        )
      case 'active':
        return wish.active ? form.yes : form.no
      default:
        return String(wish[field]) || meanwhile.empty
    }
  }
  const listed = (items: readonly string[]) => (items.length > 0 ? list.format(items) : meanwhile.empty)

  return { name: (field: AgentField) => names[field], value }
}
