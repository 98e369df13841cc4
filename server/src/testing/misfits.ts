import { type Field, nameOf } from './contract-fields.ts'

/** A value that does not fit a field, and what is wrong with it. */
export interface Misfit {
  what: string
  value: unknown
}

const anything: [what: string, value: unknown][] = [
  ['null', null],
  ['true', true],
  ['a number', 7],
  ['a word', 'x'],
  ['a list', []],
  ['an object', {}],
  ['a list of lists', [[[]]]],
]

/** Values that a field must refuse, from what the contract says it may be. */
export function misfitsOf(field: Field): Misfit[] {
  return [...wrongKinds(field), ...outOfBounds(field), ...tricks(field)].map(([what, value]) => ({ what, value }))
}

const pair = (what: string, value: unknown): [string, unknown] => [what, value]

const kindOf: Record<string, string[]> = {
  string: ['a word'],
  integer: ['a number'],
  boolean: ['true'],
  array: ['a list'],
  object: ['an object'],
}

function wrongKinds({ shape, isNullable }: Field): typeof anything {
  const fitting = [...(kindOf[shape.type ?? ''] ?? []), ...(isNullable ? ['null'] : [])]
  return anything.filter(([what]) => !fitting.includes(what))
}

function outOfBounds({ shape }: Field): typeof anything {
  switch (shape.type) {
    case 'string':
      return [
        [
          'ten thousand letters',
          'a'.repeat(shape.maxLength === undefined ? 10_000 : Math.max(10_000, shape.maxLength + 1)),
        ],
        ...(shape.enum || shape.pattern || shape.format ? [pair('a word of none of its forms', 'x y')] : []),
      ]
    case 'integer':
      return [
        ['a fraction', 1.5],
        ['a number as text', '7'],
        ['a number beyond counting', 2 ** 53],
        ['a number beyond everything', 1e308],
        ...(shape.minimum === 0 ? [pair('less than nothing', -1)] : []),
      ]
    case 'array':
      return [['too many', Array.from({ length: (shape.maxItems ?? 1_000) + 1 }, () => 'x')]]
    default:
      return []
  }
}

/** Signs that a line must not hold: what is not to be seen, and what turns the reading around. */
export const invisible: Record<string, string> = {
  'a null character': 'Léa\u0000',
  'an escape sequence': 'Léa\u001b[31m',
  'a right-to-left override': 'Léa\u202egpj.exe',
  'an isolate': '\u2066Léa\u2069',
  'half a character': 'Léa\ud83c',
}

/** A line of text is where a name or an address stands; a password may hold anything. */
const isLine = ({ shape }: Field) =>
  shape.type === 'string' && shape.maxLength !== undefined && !shape.enum && !shape.pattern && !shape.format

/** Running text, where right-to-left languages need their marks. */
const prose = ['description', 'placeDetail', 'message', 'note', 'text', 'why', 'word', 'words']

const tricks = (field: Field): typeof anything =>
  isLine(field) && !['password', 'current', 'next', 'epoch', ...prose].includes(nameOf(field))
    ? Object.entries(invisible)
    : prose.includes(nameOf(field))
      ? Object.entries(invisible).filter(([what]) => what !== 'an isolate')
      : []
