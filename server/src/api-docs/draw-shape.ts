import { escaped, inline } from './markup.ts'
import type { JsonSchema } from './shapes.ts'

/** The fields of an object, as a list that nests; of anything else what it is, in a word. */
export function drawShape(schema: JsonSchema): string {
  const { properties } = schema
  if (!properties) return `<p class="kind">${kindOf(schema)}</p>`
  const required = new Set(schema.required)
  const fields = Object.entries(properties).map(
    ([name, inner]) => `<li>
  <code class="field">${escaped(name)}</code> <span class="kind">${kindOf(inner)}</span>${required.has(name) ? '' : ' <span class="optional">optional</span>'}
  ${limitsOf(inner)}${drawInside(inner)}
</li>`,
  )
  return fields.length > 0 ? `<ul class="fields">${fields.join('\n')}</ul>` : '<p class="kind">an empty object</p>'
}

/** Objects within stand below their field, unless they have a name and a place of their own. */
function drawInside(schema: JsonSchema): string {
  const inner = schema.items ?? schema
  if (inner.properties) return drawShape(inner)
  return (schema.anyOf ?? []).map((choice) => (choice.properties ? drawShape(choice) : '')).join('')
}

/** `string`, `list of Colleague`, `"fr" or "en"`, `integer or null`. */
export function kindOf(schema: JsonSchema): string {
  if (schema.$ref) {
    const name = escaped(schema.$ref.split('/').at(-1) ?? '')
    return `<a href="#shape-${name}">${name}</a>`
  }
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' or ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(kindOf))].join(' or ')
  if (schema.type === 'array') return `list of ${kindOf(schema.items ?? {})}`
  return escaped(formats[schema.format ?? ''] ?? [schema.type ?? 'anything'].flat().join(' or '))
}

const formats: Record<string, string> = { uuid: 'id', 'date-time': 'instant', email: 'e-mail address', uri: 'address' }

const literal = (value: unknown): string => `<code>${escaped(JSON.stringify(value))}</code>`

function limitsOf(schema: JsonSchema): string {
  const range = (least: number | undefined, most: number | undefined, what: string) =>
    [least ? `at least ${least}${what}` : '', most === undefined ? '' : `at most ${most}${what}`].filter(Boolean)
  const isFormatted = schema.format !== undefined
  const words = [
    ...(schema.minLength === 1 ? ['not empty'] : []),
    ...range(schema.minLength === 1 ? 0 : schema.minLength, isFormatted ? undefined : schema.maxLength, ' characters'),
    ...range(schema.minItems, schema.maxItems, ''),
    ...range(schema.minimum, farOf(schema.maximum), ''),
    ...(schema.pattern && !isFormatted ? [`like <code>${escaped(schema.pattern)}</code>`] : []),
    ...(schema.default === undefined ? [] : [`if left out: ${literal(schema.default)}`]),
    ...(schema.description ? [inline(schema.description)] : []),
  ]
  return words.length > 0 ? `<span class="limits">${words.join(' · ')}</span>` : ''
}

/** The largest number there is bounds nothing. */
const farOf = (maximum: number | undefined): number | undefined =>
  maximum !== undefined && maximum >= 2 ** 31 - 2 ? undefined : maximum
