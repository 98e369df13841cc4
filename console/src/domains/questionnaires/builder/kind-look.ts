import {
  AtSign,
  CalendarCheck,
  CalendarDays,
  Hash,
  Headset,
  List,
  ListChecks,
  Mail,
  MessageSquare,
  Paperclip,
  Phone,
  Split,
  TextCursorInput,
  TextInitial,
} from 'lucide-react'
import type { LucideIcon } from '../../../ui/look/icon.tsx'
import type { NewKind } from '../flow/new-step.ts'

const says = 'bg-green-wash text-green'
const parts = 'bg-blue-wash text-blue'
const asks = 'bg-violet-wash text-violet'
const ends = 'bg-sunken text-ink-soft'

/** What a kind of step is recognised by: its icon, and a hue for what it does. */
export const kindLook: Record<NewKind, { icon: LucideIcon; hue: string }> = {
  message: { icon: MessageSquare, hue: says },
  choice: { icon: List, hue: parts },
  choices: { icon: ListChecks, hue: asks },
  text: { icon: TextCursorInput, hue: asks },
  'long-text': { icon: TextInitial, hue: asks },
  email: { icon: AtSign, hue: asks },
  phone: { icon: Phone, hue: asks },
  number: { icon: Hash, hue: asks },
  date: { icon: CalendarDays, hue: asks },
  file: { icon: Paperclip, hue: asks },
  condition: { icon: Split, hue: 'bg-amber-wash text-amber' },
  'end-agent': { icon: Headset, hue: ends },
  'end-booking': { icon: CalendarCheck, hue: ends },
  'end-form': { icon: Mail, hue: ends },
  'end-words': { icon: MessageSquare, hue: ends },
}
