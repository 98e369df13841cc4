import * as z from 'zod'
import type { Route } from '#contract/route.ts'
import { type RouteKey, routes } from '#contract/routes.ts'

/** What the contract says of one place in a request, as JSON Schema. */
export interface Shape {
  type?: string
  format?: string
  pattern?: string
  enum?: readonly unknown[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Shape>
  required?: readonly string[]
  additionalProperties?: boolean
  items?: Shape
  anyOf?: readonly Shape[]
  default?: unknown
}

export type Part = 'params' | 'query' | 'body'

/** One field of a door: where it stands and what it may be. A list's members stand at `*`. */
export interface Field {
  route: RouteKey
  part: Part
  path: readonly string[]
  shape: Shape
  isNullable: boolean
  isRequired: boolean
}

export const allRoutes = Object.keys(routes) as RouteKey[]

/** `account.name`, `cursors.*.stream`: the last word says what it is. */
export const nameOf = ({ path }: Pick<Field, 'path'>): string => path.findLast((step) => step !== '*') ?? ''

export const placeOf = ({ part, path }: Pick<Field, 'part' | 'path'>): string => [part, ...path].join('.')

/** Every field of a door, objects and lists as well as what is in them: from the contract, so that a new one is never forgotten. */
export function fieldsOf(route: RouteKey): Field[] {
  const { params, query, body }: Route = routes[route]
  return Object.entries({ params, query, body }).flatMap(([part, schema]) => {
    if (!schema) return []
    // JSON Schema says more than Shape names; what it names is said so.
    const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
    return inside({ route, part: part as Part, path: [], shape, isNullable: false, isRequired: true })
  })
}

function inside(field: Field): Field[] {
  const { route, part, path } = field
  const choices = field.shape.anyOf
  if (choices) {
    const isNullable = choices.some(({ type }) => type === 'null')
    return choices
      .filter(({ type }) => type !== 'null')
      .flatMap((shape) => inside({ ...field, shape, isNullable: field.isNullable || isNullable }))
  }
  const { properties, items, required = [] } = field.shape
  const within = Object.entries(properties ?? {}).flatMap(([name, shape]) =>
    inside({ route, part, path: [...path, name], shape, isNullable: false, isRequired: required.includes(name) }),
  )
  const members = items
    ? inside({ route, part, path: [...path, '*'], shape: items, isNullable: false, isRequired: true })
    : []
  return [field, ...within, ...members]
}

/** What holds no further fields. */
export const isLeaf = ({ shape }: Field): boolean => !shape.properties && !shape.items

/** A deep copy with another value at a path; of a list, its first member. */
export function withValue(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (step === '*') {
    const [first, ...others] = Array.isArray(whole) ? whole : []
    return [withValue(first, rest, value), ...others]
  }
  const object = typeof whole === 'object' && whole !== null ? whole : {}
  return { ...object, [step]: withValue(Object.entries(object).find(([name]) => name === step)?.[1], rest, value) }
}

/** The value at a path; of a list, its first member's. */
export function valueAt(whole: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof whole !== 'object' || whole === null) return whole
  const name = step === '*' ? '0' : step
  return valueAt(Object.entries(whole).find(([key]) => key === name)?.[1], rest)
}
