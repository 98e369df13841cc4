import type { Me } from '#contract/agents.ts'
import type { FrameMay } from './frame/navigation.ts'

/** What the frame offers a person, as their membership says. */
export const frameMay = (me: Me): FrameMay => ({
  conversations: me.modules.includes('conversations'),
  appointments: me.modules.includes('appointments'),
  agents: me.may.readAgents,
  channels: me.may.readChannels,
  subAccounts: me.may.changeSubAccounts,
  roles: me.may.readRoles,
  questionnaires: me.may.readQuestionnaires,
  shortcuts: me.modules.includes('shortcuts'),
  letters: me.may.readLetters,
  journal: me.may.readJournal,
  billing: me.may.changeBilling,
  organisation: me.may.changeOrganisation,
})
