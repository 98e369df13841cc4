import { accountSpecimens } from './accounts.ts'
import { agentSpecimens } from './agents.ts'
import { appointmentSpecimens } from './appointments.ts'
import { billingSpecimens } from './billing.ts'
import { channelSpecimens } from './channels.ts'
import { conversationSpecimens } from './conversations.ts'
import { fileSpecimens } from './files.ts'
import { handlingSpecimens } from './handling.ts'
import { invitationSpecimens } from './invitations.ts'
import { notificationSpecimens } from './notifications.ts'
import { organisationSpecimens } from './organisations.ts'
import { questionnaireSpecimens } from './questionnaires.ts'
import { reasonSpecimens } from './reasons.ts'
import { reassigningSpecimens } from './reassigning.ts'
import { shortcutSpecimens } from './shortcuts.ts'
import type { Specimens } from './stage.ts'
import { widgetSpecimens } from './widget.ts'

export { anotherPassword, newQuestionnaire } from './stage.ts'

/**
 * A wish for every door that is granted, made on a fresh scene by somebody of narrow reach. Proofs tamper with it: that the untouched
 * one is granted is the control of each. A door of the contract without a specimen does not compile.
 */
export const specimens: Required<Specimens> = {
  ...accountSpecimens,
  ...agentSpecimens,
  ...organisationSpecimens,
  ...notificationSpecimens,
  ...questionnaireSpecimens,
  ...shortcutSpecimens,
  ...appointmentSpecimens,
  ...reasonSpecimens,
  ...reassigningSpecimens,
  ...channelSpecimens,
  ...conversationSpecimens,
  ...fileSpecimens,
  ...handlingSpecimens,
  ...invitationSpecimens,
  ...billingSpecimens,
  ...widgetSpecimens,
}
