import type { ShortcutVariable } from '#contract/shortcut-variables.ts'

/** What other products call what we have too: Chatwoot's {{contact.name}}, Crisp's {{ user.nickname | customer }}. */
const ours: Record<string, ShortcutVariable> = {
  'contact.name': 'visitor.name',
  'contact.first_name': 'visitor.firstName',
  'user.nickname': 'visitor.name',
  'user.fullname': 'visitor.name',
  'agent.first_name': 'agent.firstName',
  'operator.nickname': 'agent.firstName',
  'operator.fullname': 'agent.name',
  'inbox.name': 'channel.name',
  'account.name': 'organisation.name',
  'website.name': 'organisation.name',
}

/** The text with their variables under our names. A fallback behind a bar goes: the agent sees what is left open. */
export const withOurVariables = (text: string): string =>
  text.replace(/\{\{\s*([\w.]+)\s*(?:\|[^{}\n]*)?\}\}/g, (whole, name: string) =>
    Object.hasOwn(ours, name) ? `{{${ours[name]}}}` : whole,
  )
