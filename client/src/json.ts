/**
 * JSON of plain values, whatever the page has done to `toJSON`: Prototype.js gives arrays one, and JSON.stringify would
 * turn our lists into strings.
 */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let inner = ''
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) inner += `${index > 0 ? ',' : ''}${toJson(value[index])}`
    return `[${inner}]`
  }
  for (const [key, field] of Object.entries(value)) {
    if (field !== undefined) inner += `${inner && ','}${JSON.stringify(key)}:${toJson(field)}`
  }
  return `{${inner}}`
}
