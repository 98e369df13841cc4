import * as z from 'zod'
import { limits } from './limits.ts'
import { locales } from './vocabulary.ts'

// Control characters, and the invisible ones that turn the reading direction (Unicode TR 36, 2.5) or hide between letters.
const unprintable = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/u
// In running text, lines and tabs are words too, and right-to-left languages need their direction marks.
const unprintableInProse = /(?![\t\n])[\p{Cc}\u202d\u202e\ufff9-\ufffb]/u

const wellFormed = (text: string) => text.isWellFormed()

/** One line a person wrote, trimmed and in composed form: a name, a title. */
export const Line = (maxLength: number, minLength = 1) =>
  z
    .string()
    .max(maxLength * 2)
    .refine(wellFormed, { params: { problem: 'unprintable' } })
    .refine((text) => !unprintable.test(text), { params: { problem: 'unprintable' } })
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(minLength).max(maxLength))

/** Several lines a person wrote. Line ends are \n; the text is never markup. */
export const Prose = (maxLength: number, minLength = 1) =>
  z
    .string()
    .max(maxLength * 2)
    .refine(wellFormed, { params: { problem: 'unprintable' } })
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(minLength)
        .max(maxLength)
        .refine((text) => !unprintableInProse.test(text), { params: { problem: 'unprintable' } }),
    )

export const Name = Line(limits.nameLength)
/** What a person is called. Some have one name only: it is the first. */
export const firstName = Line(limits.nameLength)
export const lastName = Line(limits.nameLength, 0)
/** BCP 47 primary language tag. */
export const Language = z.string().regex(/^[a-z]{2,3}$/)
/** Lower-cased: one mailbox is one address here. */
export const Email = Line(limits.emailLength).pipe(z.email().toLowerCase())
/** Kept exactly as typed, spaces included. Strength is judged by the server's use case, not here. */
export const Password = z.string().min(1).max(limits.passwordMaxLength)
export const Locale = z.enum(locales)
/**
 * A 256-bit secret in base64url, as invitation and reset links carry it. Whatever is none (blank, cut short, an array) is read
 * as the empty one, which nobody was ever given: it is answered like any unknown link.
 */
export const Token = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .catch('')
/** RFC 3339, UTC, milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>
/** An absolute http(s) address, written as browsers do: what is not to be seen stands in it by its code. */
export const WebAddress = z.url({ protocol: /^https?$/, normalize: true }).max(limits.urlLength)
