import * as z from 'zod'
import { Count } from './counts.ts'
import { OrganisationId, ShortcutId, SubAccountId } from './ids.ts'
import { limits } from './limits.ts'
import { defineRoutes } from './route.ts'
import { Instant, Language, Line, Prose } from './text.ts'
import { shortcutScopes } from './vocabulary.ts'

/** The word after "/": letters and digits, lower-cased, joined by hyphens, dots or underscores. */
export const ShortcutKey = Line(limits.shortcutKeyLength).pipe(
  z
    .string()
    .toLowerCase()
    .regex(/^[\p{L}\p{M}\p{N}]+([-._][\p{L}\p{M}\p{N}]+)*$/u),
)

/** What it says in one language. Variables are written {{visitor.name}}: shortcut-variables.ts lists them. */
export const ShortcutText = z.strictObject({ language: Language, text: Prose(limits.shortcutTextLength) })
export type ShortcutText = z.infer<typeof ShortcutText>

/** At least one, each of a language of its own. The first speaks where the conversation's language has none. */
export const ShortcutTexts = z
  .array(ShortcutText)
  .min(1)
  .max(limits.languagesPerShortcut)
  .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length, {
    params: { problem: 'repeated' },
  })

/** A reusable reply: one's own, a sub-account's, or the organisation's. Of the same key the nearest is meant. */
export const ShortcutForAgent = z.object({
  id: ShortcutId,
  scope: z.enum(shortcutScopes),
  /** Null unless it is a sub-account's. */
  subAccountId: SubAccountId.nullable(),
  key: z.string(),
  texts: z.array(ShortcutText),
  version: z.int(),
  /** How often it was taken into an answer, by anybody. */
  usedCount: z.int(),
  lastUsedAt: Instant.nullable(),
  may: z.object({ change: z.boolean() }),
})
export type ShortcutForAgent = z.infer<typeof ShortcutForAgent>

const written = { key: ShortcutKey, texts: ShortcutTexts }

export const MakeShortcut = z.strictObject({
  ...written,
  scope: z.enum(shortcutScopes),
  /** Exactly for a sub-account's. */
  subAccountId: SubAccountId.nullable(),
})
export type MakeShortcut = z.infer<typeof MakeShortcut>

/** What becomes of one that is in use under a word of the file: it takes over the texts, or stays as it is. */
export const importChoices = ['change', 'keep'] as const

/** A whole file of shortcuts for one owner. Each word stands in it once. */
export const ImportShortcuts = z.strictObject({
  scope: z.enum(shortcutScopes),
  /** Exactly for a sub-account's. */
  subAccountId: SubAccountId.nullable(),
  known: z.enum(importChoices),
  shortcuts: z
    .array(z.strictObject(written))
    .min(1)
    .max(limits.shortcutsPerOwner)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { params: { problem: 'repeated' } }),
})
export type ImportShortcuts = z.infer<typeof ImportShortcuts>

export const ShortcutsImported = z.object({
  made: z.int(),
  changed: z.int(),
  /** In use already, with these very texts. */
  same: z.int(),
  /** In use with other texts, and left as they were. */
  kept: z.int(),
})
export type ShortcutsImported = z.infer<typeof ShortcutsImported>

export const ChangeShortcut = z.strictObject({
  ...written,
  /** The version that was read: saving over somebody else's change is refused. */
  version: Count,
})
export type ChangeShortcut = z.infer<typeof ChangeShortcut>

const inOrganisation = z.object({ organisationId: OrganisationId })
const ofShortcut = inOrganisation.extend({ shortcutId: ShortcutId })
const refusesWords = ['access.refused', 'access.inactive', 'shortcuts.key-taken', 'shortcuts.variable-unknown'] as const

export const shortcutRoutes = defineRoutes({
  'GET /organisations/:organisationId/shortcuts': {
    summary: "The reader's own shortcuts, those of the sub-accounts they know, and the organisation's",
    who: 'agent',
    key: 'conversations:read',
    params: inOrganisation,
    reply: z.object({
      shortcuts: z.array(ShortcutForAgent),
      /** Whose shared ones the reader may make; their own always. */
      mayMake: z.object({ organisation: z.boolean(), subAccountIds: z.array(SubAccountId) }),
    }),
    refuses: ['access.refused', 'access.inactive'],
  },
  'POST /organisations/:organisationId/shortcuts': {
    summary: 'Make a shortcut',
    who: 'agent',
    key: 'conversations:write',
    params: inOrganisation,
    body: MakeShortcut,
    reply: ShortcutForAgent,
    refuses: [...refusesWords, 'shortcuts.too-many', 'sub-accounts.required', 'sub-accounts.not-allowed'],
  },
  'POST /organisations/:organisationId/shortcuts/import': {
    summary: 'Make and change the shortcuts of one owner from a file: all of it, or nothing',
    who: 'agent',
    key: 'conversations:write',
    params: inOrganisation,
    body: ImportShortcuts,
    bodyBytes: limits.shortcutsImportBytes,
    reply: ShortcutsImported,
    refuses: [
      'access.refused',
      'access.inactive',
      'shortcuts.variable-unknown',
      'shortcuts.too-many',
      'sub-accounts.required',
      'sub-accounts.not-allowed',
    ],
  },
  'PUT /organisations/:organisationId/shortcuts/:shortcutId': {
    summary: 'Change the key and the texts of a shortcut',
    who: 'agent',
    key: 'conversations:write',
    params: ofShortcut,
    body: ChangeShortcut,
    reply: ShortcutForAgent,
    refuses: [...refusesWords, 'shortcuts.changed-meanwhile'],
  },
  'DELETE /organisations/:organisationId/shortcuts/:shortcutId': {
    summary: 'Remove a shortcut; it can be brought back for a while',
    who: 'agent',
    key: 'conversations:write',
    params: ofShortcut,
    reply: z.object({}),
    refuses: ['access.refused', 'access.inactive'],
  },
  'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration': {
    summary: 'Bring a removed shortcut back',
    who: 'agent',
    key: 'conversations:write',
    params: ofShortcut,
    reply: ShortcutForAgent,
    refuses: ['access.refused', 'access.inactive', 'shortcuts.key-taken', 'shortcuts.too-many'],
  },
  'POST /organisations/:organisationId/shortcuts/:shortcutId/uses': {
    summary: 'Count that a shortcut was taken into an answer',
    who: 'agent',
    key: 'conversations:write',
    params: ofShortcut,
    reply: z.object({}),
    refuses: ['access.refused', 'access.inactive'],
  },
})
