import type { NotificationSettings } from '#contract/notifications.ts'

const everyWay = { sound: true, desktop: true, push: true }

/** What the product proposes: everything, by every way that the browser lets it. */
export const proposedSettings: NotificationSettings = {
  ways: {
    offered: everyWay,
    waiting: everyWay,
    message: everyWay,
    transferred: everyWay,
    mention: everyWay,
    appointment: everyWay,
  },
  quietHours: null,
}

/** What was stored, made whole: kinds and ways that came later are as the product proposes them. */
export function wholeSettings(stored: Partial<NotificationSettings> | undefined): NotificationSettings {
  const ways: NotificationSettings['ways'] = { ...proposedSettings.ways, ...stored?.ways }
  return { ways, quietHours: stored?.quietHours ?? null }
}
