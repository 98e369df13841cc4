/** One way to say a line. A list is said in several messages, one after the other. */
export type Way = string | readonly string[]

/** A line of a talk: whose it is, and the ways to say it, of which one is chosen. */
export interface Line {
  by: 'visitor' | 'agent' | 'note'
  ways: readonly Way[]
  /** How often it is said at all, 0 to 1. */
  chance: number
}

export const visitor = (...ways: Way[]): Line => ({ by: 'visitor', ways, chance: 1 })
export const agent = (...ways: Way[]): Line => ({ by: 'agent', ways, chance: 1 })
/** For colleagues only. Most talks need none. */
export const note = (...ways: Way[]): Line => ({ by: 'note', ways, chance: 0.45 })
export const sometimes = (line: Line): Line => ({ ...line, chance: 0.5 })

/** What differs from talk to talk. */
export interface Slots {
  /** How the visitor greets, by the hour: Bonjour, Bonsoir. */
  hello: string
  /** How the agent greets back, by name where there is one. */
  back: string
  /** First name of whoever answers. */
  agent: string
  /** The visitor's surname, told when asked for. */
  surname: string
  email: string
  /** On the slip of a parcel. */
  order: string
  town: string
  /** A day of the week, in words. */
  day: string
  /** From two to five. */
  count: number
  tea: TeaForms
  /** Another one than `tea`. */
  otherTea: TeaForms
  piece: PieceForms
}

/** A tea as sentences need it. */
export interface TeaForms {
  path: string
  /** With its article: le sencha de Yame. */
  the: string
  /** du sencha de Yame; in English the same as `the`. */
  of: string
  /** Water and time. */
  brewing: string
}

export interface PieceForms {
  path: string
  the: string
  /** How it arrived broken, as a whole sentence. */
  broken: string
}

export interface Talk {
  /** The page of the shop it begins on. */
  path: string
  /** The visitor's first. */
  lines: readonly Line[]
}

export type Script = (slots: Slots) => Talk
