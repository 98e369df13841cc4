import type { CastKey } from '../cast.ts'
import type { ReasonKey } from './reasons.ts'

type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA'

/** When somebody of the cast receives, and what for. */
interface Receiver {
  holidays: 'FR' | 'GB'
  /** Each on these days of every week, by the clocks of their shop. */
  openings: readonly { days: readonly Weekday[]; from: string; to: string }[]
  takes: readonly { weight: number; value: ReasonKey }[]
  /** How full their days are: how likely another appointment is after each one. */
  fill: number
  /** Absent: four. */
  mostADay?: number
}

const shopDays = ['TU', 'WE', 'TH', 'FR', 'SA'] as const
const workDays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const

export const receivers: Partial<Record<CastKey, Receiver>> = {
  camille: {
    holidays: 'FR',
    openings: [
      { days: shopDays, from: '10:00', to: '12:30' },
      { days: ['TU', 'TH', 'SA'], from: '14:00', to: '18:00' },
    ],
    takes: [
      { weight: 3, value: 'advice' },
      { weight: 1, value: 'ceramics' },
      { weight: 2, value: 'project' },
    ],
    fill: 0.6,
  },
  yanis: {
    holidays: 'FR',
    openings: [
      { days: ['TU', 'WE', 'TH', 'FR'], from: '10:00', to: '13:00' },
      { days: ['TU', 'WE', 'TH', 'FR'], from: '14:00', to: '19:00' },
    ],
    takes: [
      { weight: 4, value: 'advice' },
      { weight: 3, value: 'ceramics' },
    ],
    fill: 0.72,
  },
  marguerite: {
    holidays: 'FR',
    openings: [{ days: ['WE'], from: '10:00', to: '12:00' }],
    takes: [{ weight: 1, value: 'advice' }],
    fill: 0.3,
  },
  helene: {
    holidays: 'FR',
    openings: [{ days: ['TH'], from: '14:00', to: '17:00' }],
    takes: [{ weight: 1, value: 'project' }],
    fill: 0.5,
  },
  priya: {
    holidays: 'GB',
    openings: [{ days: ['MO', 'TU', 'WE', 'TH'], from: '10:00', to: '16:00' }],
    takes: [
      { weight: 2, value: 'tasting' },
      { weight: 2, value: 'call' },
    ],
    fill: 0.45,
  },
  owen: {
    holidays: 'GB',
    openings: [
      { days: workDays, from: '09:00', to: '12:00' },
      { days: workDays, from: '13:00', to: '17:00' },
    ],
    takes: [
      { weight: 3, value: 'tasting' },
      { weight: 2, value: 'call' },
    ],
    fill: 0.6,
  },
  // Deactivated since: whoever she was to receive waits to be given to a colleague.
  saoirse: {
    holidays: 'GB',
    openings: [{ days: ['FR', 'SA'], from: '11:00', to: '15:00' }],
    takes: [{ weight: 1, value: 'tasting' }],
    fill: 1,
    mostADay: 1,
  },
}

/** Away, so many days from now, each from a morning to a midnight. */
export const absences: readonly { of: CastKey; inDays: number; days: number; label: string }[] = [
  { of: 'yanis', inDays: 9, days: 2, label: 'Formation émaillage' },
  { of: 'camille', inDays: 20, days: 5, label: 'Congés' },
  { of: 'owen', inDays: 6, days: 1, label: 'Moving house' },
]
