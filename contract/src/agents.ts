import * as z from 'zod'
import { Done } from './accounts.ts'
import { AgentId, OrganisationId, PhotoId, QuestionnaireId, RoleId, SubAccountId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Email, firstName, Instant, Language, Line, Locale, lastName, Password, Prose } from './text.ts'
import { availabilities, modules, permissions, reaches, roles } from './vocabulary.ts'

/** What every agent may know of a colleague. */
export const Colleague = z.object({
  id: AgentId,
  name: z.string(),
  role: z.enum(roles),
  active: z.boolean(),
  /** null: no console open. */
  availability: z.enum(availabilities).nullable(),
  /** Null: no photo; their initials stand for it. */
  photoId: PhotoId.nullable(),
})
export type Colleague = z.infer<typeof Colleague>

/** What somebody may see and how they chat: one part of the form, for adding, inviting and editing alike. */
export const Access = z.strictObject({
  role: z.enum(roles),
  /** A role of the organisation's own, made from `role`; null: `role` as it is. */
  customRoleId: RoleId.nullable().default(null),
  /** Null for the roles that have every sub-account. */
  subAccountId: SubAccountId.nullable(),
  /** Absent: what the role starts with. Not looked at where the role implies them. */
  modules: z.array(z.enum(modules)).max(modules.length).optional(),
  /** Not looked at where the role implies it. */
  reach: z.enum(reaches).default('own'),
  languages: z.array(Language).min(1).max(limits.languagesPerAgent),
  /** Open conversations at once; null: unlimited. */
  conversationLimit: z.int().min(1).max(limits.conversationsPerAgent).nullable().default(null),
  /** Those they are advisor for, of their sub-account. Not looked at where the role implies all. */
  questionnaireIds: z.array(QuestionnaireId).max(limits.questionnairesPerAgent).default([]),
})
export type Access = z.infer<typeof Access>

/** Who somebody is. */
export const Who = z.strictObject({
  firstName,
  /** Empty for people of one name. */
  lastName,
  /** What visitors read; empty: the first name. */
  shownName: Line(limits.nameLength, 0).default(''),
  description: Prose(limits.descriptionLength, 0).default(''),
})
export type Who = z.infer<typeof Who>

/** A person to add at once, with a password that whoever adds them hands over. */
export const AddAgent = z.strictObject({
  ...Access.shape,
  ...Who.shape,
  email: Email,
  /** Not kept when the address has an account already, whose owner keeps their own; judged all the same, so that it tells nothing. */
  password: Password,
  active: z.boolean(),
  /** The language of the console at first, and of the letter that tells them. */
  locale: Locale,
})
export type AddAgent = z.infer<typeof AddAgent>

/** Everything the form shows, as it is to be; `version` is the one it was read at. */
export const EditAgent = z.strictObject({
  ...Access.shape,
  ...Who.shape,
  email: Email,
  active: z.boolean(),
  version: z.int(),
})
export type EditAgent = z.infer<typeof EditAgent>

/** A row of Settings → Agents, and what its form shows. */
export const AgentForAgent = Colleague.extend({
  email: z.string(),
  /** An address that was asked for and waits to be proven; null: none. */
  nextEmail: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  shownName: z.string(),
  description: z.string(),
  customRoleId: RoleId.nullable(),
  subAccountId: SubAccountId.nullable(),
  modules: z.array(z.enum(modules)),
  reach: z.enum(reaches),
  languages: z.array(z.string()),
  conversationLimit: z.int().nullable(),
  questionnaireIds: z.array(QuestionnaireId),
  lastSignInAt: Instant.nullable(),
  /** Neither signed in nor here for 30 days. */
  dormant: z.boolean(),
  version: z.int(),
  you: z.boolean(),
  may: z.object({
    edit: z.boolean(),
    activate: z.boolean(),
    remove: z.boolean(),
    /** Why not, when the switch is locked though the reader stands above. */
    locked: z.enum(['last-administrator']).nullable(),
  }),
})
export type AgentForAgent = z.infer<typeof AgentForAgent>

/** What may be in somebody's hands when they leave; each kind is reported by its own room. */
export const holdingKinds = ['conversations', 'appointments'] as const
export type HoldingKind = (typeof holdingKinds)[number]

/** What somebody holds, and to whom it can go. */
export const Holding = z.object({
  kind: z.enum(holdingKinds),
  count: z.int(),
  /** They cannot be removed while they hold it. */
  blocks: z.boolean(),
  /** Who could take all of it now. Of what blocks: nobody, each goes its own way before. */
  heirs: z.array(z.object({ id: AgentId, name: z.string() })),
  /** Of what blocks, the next ones that the reader may see, at most `limits.heldListed`. */
  listed: z.array(z.object({ id: z.string(), at: Instant, what: z.string(), who: z.string() })),
})
export type Holding = z.infer<typeof Holding>

/** One kind of what they hold, and who takes it over. What nobody takes over goes back to the queue. */
const Heir = z.strictObject({ kind: z.enum(holdingKinds), agentId: AgentId })
export const RemoveAgent = z.strictObject({ heirs: z.array(Heir).max(holdingKinds.length).default([]) })
export type RemoveAgent = z.infer<typeof RemoveAgent>

export const RemovedAgent = z.object({
  id: AgentId,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  removedAt: Instant,
  /** Until then they can be brought back. */
  restorableUntil: Instant,
  /** Null: unknown by now, or somebody the reader does not see. */
  removedBy: z.string().nullable(),
})
export type RemovedAgent = z.infer<typeof RemovedAgent>

/** The reader's own membership and what the console may offer them. The server asks again at every door. */
export const Me = z.object({
  agentId: AgentId,
  organisationId: OrganisationId,
  organisationName: z.string(),
  name: z.string(),
  /** What visitors read. */
  shownName: z.string(),
  email: z.string(),
  photoId: PhotoId.nullable(),
  role: z.enum(roles),
  customRoleId: RoleId.nullable(),
  permissions: z.array(z.enum(permissions)),
  subAccountId: SubAccountId.nullable(),
  active: z.boolean(),
  availability: z.enum(availabilities),
  languages: z.array(z.string()),
  reach: z.enum(reaches),
  /** Those that open for them now: granted, and not closed by being inactive. */
  modules: z.array(z.enum(modules)),
  may: z.object({
    talk: z.boolean(),
    readAgents: z.boolean(),
    invite: z.boolean(),
    /** Roles this person may give. */
    grant: z.array(z.enum(roles)),
    readChannels: z.boolean(),
    changeChannels: z.boolean(),
    readLetters: z.boolean(),
    readJournal: z.boolean(),
    changeOrganisation: z.boolean(),
    changeSubAccounts: z.boolean(),
    readQuestionnaires: z.boolean(),
    readRoles: z.boolean(),
    changeBilling: z.boolean(),
  }),
})
export type Me = z.infer<typeof Me>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofAgent = inOrganisation.extend({ agentId: AgentId })

const accessRefusals = [
  'access.refused',
  'agents.above-you',
  'sub-accounts.required',
  'sub-accounts.not-allowed',
  'roles.unknown',
  'questionnaires.unknown',
] as const

/** Turned upright, cut to a square and made small by the server; whatever else the file carried is dropped. */
const photo = {
  media: ['image/jpeg', 'image/png', 'image/webp'],
  maxBytes: limits.photoBytes,
  tooLarge: 'agents.photo-too-large',
} as const
const photoRefusals = ['agents.photo-unreadable', 'agents.photo-too-large'] as const
const Portrait = z.object({ photoId: PhotoId.nullable() })

export const agentRoutes = defineRoutes({
  'GET /organisations/:organisationId/me': {
    summary: "One's own membership and what it allows",
    who: 'agent',
    key: 'organisation:read',
    params: inOrganisation,
    reply: Me,
  },
  'GET /organisations/:organisationId/me/leaving': {
    summary: 'What leaving would mean: what one has in hand, and whether the account goes with it, at once',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: z.object({
      holdings: z.array(Holding),
      /** It goes when one belongs nowhere else. */
      account: z.enum(['stays', 'goes']),
      /** Why one cannot, whatever is in hand; null: nothing. */
      locked: z.enum(['last-administrator']).nullable(),
    }),
  },
  'DELETE /organisations/:organisationId/me': {
    summary:
      'Leave the organisation: access ends at once, what one wrote stays. Belonging nowhere else, the account goes too.',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: z.object({ account: z.enum(['stays', 'goes']) }),
    refuses: ['agents.last-administrator', 'agents.holds-too-much'],
  },
  'DELETE /organisations/:organisationId/me/news': {
    summary: 'Say that one has seen to be part of the organisation now',
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: Done,
  },
  'PUT /organisations/:organisationId/me/availability': {
    summary: 'Say whether one takes conversations now',
    who: 'agent',
    key: 'conversations:write',
    params: inOrganisation,
    body: z.strictObject({ availability: z.enum(availabilities) }),
    reply: Me,
    refuses: ['access.inactive'],
  },
  'GET /organisations/:organisationId/agents': {
    summary: 'The agents the reader may see',
    who: 'agent',
    key: 'people:read',
    params: inOrganisation,
    reply: z.object({ agents: z.array(AgentForAgent) }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/agents': {
    summary: 'Add a person at once, with a password; whoever has a proven account already joins with their own',
    who: 'agent',
    key: 'people:write',
    params: inOrganisation,
    body: AddAgent,
    reply: AgentForAgent,
    refuses: [
      ...accessRefusals,
      'agents.already-member',
      'agents.unproven-account',
      'billing.no-seat-left',
      'accounts.password-too-short',
      'accounts.password-too-common',
    ],
    perMinute: 60,
  },
  'GET /organisations/:organisationId/agents/:agentId': {
    summary: 'One agent, as their form shows them',
    who: 'agent',
    key: 'people:read',
    params: ofAgent,
    reply: AgentForAgent,
    refuses: ['access.refused'],
  },
  'PUT /organisations/:organisationId/agents/:agentId': {
    summary: 'Save the form of an agent; another e-mail address counts once its owner has proven it',
    who: 'agent',
    key: 'people:write',
    params: ofAgent,
    body: EditAgent,
    reply: AgentForAgent,
    refuses: [
      ...accessRefusals,
      'agents.changed-meanwhile',
      'agents.last-administrator',
      'agents.yourself',
      'agents.email-of-several',
    ],
  },
  'PUT /organisations/:organisationId/agents/:agentId/activity': {
    summary: 'Activate or deactivate an agent; open conversations of a deactivated agent go back to pending',
    who: 'agent',
    key: 'people:write',
    params: ofAgent,
    body: z.strictObject({ active: z.boolean() }),
    reply: AgentForAgent,
    refuses: ['access.refused', 'agents.above-you', 'agents.last-administrator'],
  },
  'GET /organisations/:organisationId/agents/:agentId/holdings': {
    summary: 'What an agent has in hand, who could take it over, and whether their account goes with them',
    who: 'agent',
    key: 'people:read',
    params: ofAgent,
    reply: z.object({
      holdings: z.array(Holding),
      /** It goes when they belong nowhere else, once they can no longer be brought back. */
      account: z.enum(['stays', 'goes']),
    }),
    refuses: ['access.refused', 'agents.above-you'],
  },
  'DELETE /organisations/:organisationId/agents/:agentId': {
    summary: 'Remove an agent from this organisation: access ends at once, what they wrote stays',
    who: 'agent',
    key: 'people:write',
    params: ofAgent,
    body: RemoveAgent,
    reply: Done,
    refuses: [
      'access.refused',
      'agents.above-you',
      'agents.last-administrator',
      'agents.holds-too-much',
      'agents.heir-refused',
    ],
  },
  'GET /organisations/:organisationId/removed-agents': {
    summary: 'Those who were removed and can be brought back, as far as the reader may see them; newest first',
    who: 'agent',
    key: 'people:read',
    params: inOrganisation,
    reply: z.object({ agents: z.array(RemovedAgent) }),
    refuses: ['access.refused'],
  },
  'POST /organisations/:organisationId/agents/:agentId/restoration': {
    summary: 'Bring a removed agent back, with what they had; nothing that others took over is taken from them',
    who: 'agent',
    key: 'people:write',
    params: ofAgent,
    reply: AgentForAgent,
    refuses: [
      'access.refused',
      'agents.above-you',
      'agents.not-restorable',
      'agents.already-member',
      'billing.no-seat-left',
    ],
  },
  'PUT /organisations/:organisationId/agents/:agentId/photo': {
    summary: "Set an agent's photo",
    who: 'agent',
    key: 'people:write',
    params: ofAgent,
    file: photo,
    reply: Portrait,
    refuses: ['access.refused', 'agents.above-you', ...photoRefusals],
    perMinute: 20,
  },
  'DELETE /organisations/:organisationId/agents/:agentId/photo': {
    summary: "Take an agent's photo away",
    who: 'agent',
    key: 'people:write',
    params: ofAgent,
    reply: Portrait,
    refuses: ['access.refused', 'agents.above-you'],
  },
  'PUT /organisations/:organisationId/me/photo': {
    summary: "Set one's own photo",
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    file: photo,
    reply: Portrait,
    refuses: photoRefusals,
    perMinute: 20,
  },
  'DELETE /organisations/:organisationId/me/photo': {
    summary: "Take one's own photo away",
    who: 'agent',
    key: 'never',
    params: inOrganisation,
    reply: Portrait,
  },
  'GET /photos/:photoId': {
    summary: 'A photo, for whoever knows its id',
    who: 'anyone',
    params: z.object({ photoId: PhotoId }),
    reply: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array),
    media: 'image/webp',
  },
})
