import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MessageForVisitor } from '#contract/messages.ts'
import { transcriptLetter } from './transcript-letter.ts'

const booked = {
  notice: 'appointment-booked',
  author: { kind: 'visitor' },
  subject: null,
  appointment: { id: 'a', startsAt: '2026-03-02T09:00:00.000Z', agent: 'Léa' },
  text: '',
  files: [],
  sentAt: '2026-03-01T20:00:00.000Z',
} as unknown as MessageForVisitor

const letter = (locale: 'fr' | 'en', zone: string) =>
  transcriptLetter({ messages: [booked], cut: false }, { organisation: 'Maison Verdier', locale, zone }).text

test('[A9] an appointment is told in a letter by the clocks of its reader', () => {
  assert.match(letter('fr', 'Europe/Paris'), /\* Rendez-vous pris\u00a0: lundi 2 mars 2026 à 10:00, avec Léa/)
  assert.match(letter('en', 'America/New_York'), /\* Appointment booked: Monday, March 2, 2026 at 4:00\sAM, with Léa/u)
})
