import type { Act } from '#server/testing/naive/act.ts'
import { flows } from './flows.ts'
import { at, ofHouse, type WishesOf } from './wishes.ts'

const inChannel = (act: Extract<Act, { channelId: string }>) => ({ ...at(act), channelId: act.channelId })
const inQuestionnaire = (act: Extract<Act, { questionnaireId: string; house: object }>) => ({
  ...at(act),
  questionnaireId: act.questionnaireId,
})

const states = {
  pause: ['POST', 'pause'],
  run: ['DELETE', 'pause'],
  archive: ['POST', 'archiving'],
  restore: ['DELETE', 'archiving'],
} as const

export const placeWishes: WishesOf<
  | ('make-sub-account' | 'rename-sub-account' | 'archive-sub-account' | 'restore-sub-account' | 'rename')
  | ('make-role' | 'change-role' | 'remove-role' | 'change-channel' | 'make-channel' | 'channel-state')
  | ('move-channel' | 'change-routing' | 'make-questionnaire' | 'rename-questionnaire' | 'archive-questionnaire')
  | ('offer-questionnaire' | 'save-draft' | 'publish-draft' | 'restore-version')
> = {
  'make-sub-account': (act) => ({ route: `POST ${ofHouse}/sub-accounts`, params: at(act), body: { name: act.name } }),
  'rename-sub-account': (act) => ({
    route: `PUT ${ofHouse}/sub-accounts/:subAccountId`,
    params: { ...at(act), subAccountId: act.subAccountId },
    body: { name: act.name, version: act.version },
  }),
  'archive-sub-account': (act) => ({
    route: `POST ${ofHouse}/sub-accounts/:subAccountId/archiving`,
    params: { ...at(act), subAccountId: act.subAccountId },
    body: { heirSubAccountId: act.heirId },
  }),
  'restore-sub-account': (act) => ({
    route: `DELETE ${ofHouse}/sub-accounts/:subAccountId/archiving`,
    params: { ...at(act), subAccountId: act.subAccountId },
  }),
  'make-role': (act) => {
    const { name, model, permissions, modules } = act
    return { route: `POST ${ofHouse}/roles`, params: at(act), body: { name, model, permissions, modules } }
  },
  'change-role': (act) => {
    const { name, permissions, modules, version } = act
    return {
      route: `PUT ${ofHouse}/roles/:roleId`,
      params: { ...at(act), roleId: act.roleId },
      body: { name, permissions, modules, version },
    }
  },
  'remove-role': (act) => ({ route: `DELETE ${ofHouse}/roles/:roleId`, params: { ...at(act), roleId: act.roleId } }),
  'make-questionnaire': (act) => ({
    route: `POST ${ofHouse}/questionnaires`,
    params: at(act),
    body: { name: act.name, subAccountId: act.subAccountId },
  }),
  'rename-questionnaire': (act) => ({
    route: `PUT ${ofHouse}/questionnaires/:questionnaireId`,
    params: { ...at(act), questionnaireId: act.questionnaireId },
    body: { name: act.name, version: act.version },
  }),
  'archive-questionnaire': (act) => ({
    route: `POST ${ofHouse}/questionnaires/:questionnaireId/archiving`,
    params: { ...at(act), questionnaireId: act.questionnaireId },
  }),
  'offer-questionnaire': (act) => ({
    route: `DELETE ${ofHouse}/questionnaires/:questionnaireId/archiving`,
    params: { ...at(act), questionnaireId: act.questionnaireId },
  }),
  'change-channel': (act) => ({
    route: `PUT ${ofHouse}/channels/:channelId`,
    params: inChannel(act),
    // Hidden while nobody is there, so that what it asks does not hang on who has a console open.
    body: {
      ...{ name: act.name, languages: act.languages, version: act.version },
      ...{ questionnaireId: act.questionnaireId, asksRating: act.asksRating, whenNobody: 'hidden' },
    },
  }),
  'make-channel': (act) => ({
    route: `POST ${ofHouse}/channels`,
    params: at(act),
    body: { kind: 'website', name: act.name, subAccountId: act.subAccountId, zone: 'Europe/Paris' },
  }),
  'channel-state': (act) => {
    const [method, door] = states[act.how]
    return { route: `${method} ${ofHouse}/channels/:channelId/${door}`, params: inChannel(act) }
  },
  'move-channel': (act) => ({
    route: `PUT ${ofHouse}/channels/:channelId/sub-account`,
    params: inChannel(act),
    body: { subAccountId: act.subAccountId, version: act.version },
  }),
  'change-routing': (act) => ({
    route: `PUT ${ofHouse}/channels/:channelId/routing`,
    params: inChannel(act),
    body: { mode: act.mode, offerSeconds: act.offerSeconds, version: act.version },
  }),
  'save-draft': (act) => ({
    route: `PUT ${ofHouse}/questionnaires/:questionnaireId/draft`,
    params: inQuestionnaire(act),
    body: { flow: flows[act.flow], version: act.version },
  }),
  'publish-draft': (act) => ({
    route: `POST ${ofHouse}/questionnaires/:questionnaireId/publication`,
    params: inQuestionnaire(act),
    body: { version: act.version },
  }),
  'restore-version': (act) => ({
    route: `POST ${ofHouse}/questionnaires/:questionnaireId/versions/:number/restoration`,
    params: { ...inQuestionnaire(act), number: act.number },
    body: { version: act.version },
  }),
  rename: (act) => ({ route: 'PUT /organisations/:organisationId/name', params: at(act), body: { name: act.name } }),
}
