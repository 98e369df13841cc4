import { proposedSettings } from '#server/domains/notifications/settings.ts'
import type { Act } from '#server/testing/naive/act.ts'
import { at, ofHouse, type WishesOf } from './wishes.ts'

const inShortcut = (act: Extract<Act, { shortcutId: string }>) => ({ ...at(act), shortcutId: act.shortcutId })
const saying = (text: string) => [{ language: 'fr', text }]

export const ownWishes: WishesOf<
  | ('make-shortcut' | 'change-shortcut' | 'remove-shortcut' | 'restore-shortcut' | 'use-shortcut')
  | ('change-notifications' | 'subscribe' | 'unsubscribe')
> = {
  'make-shortcut': (act) => ({
    route: `POST ${ofHouse}/shortcuts`,
    params: at(act),
    body: { scope: act.scope, subAccountId: act.subAccountId, key: act.key, texts: saying(act.text) },
  }),
  'change-shortcut': (act) => ({
    route: `PUT ${ofHouse}/shortcuts/:shortcutId`,
    params: inShortcut(act),
    body: { key: act.key, texts: saying(act.text), version: act.version },
  }),
  'remove-shortcut': (act) => ({ route: `DELETE ${ofHouse}/shortcuts/:shortcutId`, params: inShortcut(act) }),
  'restore-shortcut': (act) => ({
    route: `POST ${ofHouse}/shortcuts/:shortcutId/restoration`,
    params: inShortcut(act),
  }),
  'use-shortcut': (act) => ({ route: `POST ${ofHouse}/shortcuts/:shortcutId/uses`, params: inShortcut(act) }),
  'change-notifications': (act) => ({
    route: `PUT ${ofHouse}/me/notifications`,
    params: at(act),
    body: {
      ways: { ...proposedSettings.ways, mention: { ...proposedSettings.ways.mention, sound: act.mentionSounds } },
      quietHours: null,
    },
  }),
  subscribe: (act) => ({
    route: `POST ${ofHouse}/me/push-subscriptions`,
    params: at(act),
    body: { endpoint: act.endpoint, p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
  }),
  unsubscribe: (act) => ({
    route: `DELETE ${ofHouse}/me/push-subscriptions/:subscriptionId`,
    params: { ...at(act), subscriptionId: act.subscriptionId },
  }),
}
