import type { JsonSchema } from './shapes.ts'

/** What people and things are called in examples, by the name of the field. */
const known: Record<string, unknown> = {
  name: 'Boutique de Lyon',
  organisationName: 'Maison Verdier',
  subAccountName: 'Lyon',
  channelName: 'Boutique',
  firstName: 'Ben',
  lastName: 'Klein',
  shownName: 'Ben',
  email: 'ben@verdier.example',
  emails: ['chloe@verdier.example'],
  password: 'quatre mots sans rapport',
  current: 'quatre mots sans rapport',
  next: 'une phrase bien plus longue',
  text: 'Bonjour, je regarde cela tout de suite.',
  title: 'Bonjour',
  greeting: 'Une question ?',
  url: 'https://shop.example/paniers',
  site: 'shop.example',
  sites: ['shop.example'],
  colour: '#0f6b4f',
  languages: ['fr', 'en'],
  language: 'fr',
  token: 'hG3sd0Z8xQm1Kc7VbN5pLrT2yWfJ4uEaXoRiPzCkDqs',
  channelKey: 'Qm1Kc7VbN5pLrT2yWfJ4uE',
  phone: '+33 4 72 00 00 00',
  waitMs: 0,
  stream: 'organisation',
  epoch: '01931f6e-5a2c-7c3e-9b1d-2f4a6c8e0b12',
}

const uuid = '01931f6e-5a2c-7c3e-9b1d-2f4a6c8e0b12'
const instant = '2027-01-31T09:30:00.000Z'

/** A value that fits the shape, made of what it says of itself. */
export function exampleOf(schema: JsonSchema, components: Record<string, JsonSchema>, name = ''): unknown {
  if (schema.$ref) return exampleOf(components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, components, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return exampleOf(choices.find(({ type }) => type !== 'null') ?? {}, components, name)
  if (schema.format === 'uuid') return uuid
  if (schema.format === 'date-time') return instant
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, exampleOf(inner, components, field)]),
    )
  const own = known[name]
  if (own !== undefined && Array.isArray(own) === (schema.type === 'array') && fits(own, schema)) return own
  if (schema.type === 'array')
    return (schema.maxItems ?? 1) > 0 ? [exampleOf(schema.items ?? {}, components, name)] : []
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  return schema.type === 'string' ? 'Boutique de Lyon'.slice(0, schema.maxLength) : null
}

const fits = (value: unknown, { type, maxLength = Number.POSITIVE_INFINITY }: JsonSchema): boolean =>
  type === 'array' ||
  (type === 'string' ? typeof value === 'string' && value.length <= maxLength : typeof value === 'number')
