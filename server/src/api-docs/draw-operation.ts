import { apiRoot } from '#contract/addresses.ts'
import { apiKeyPrefix } from '#contract/key-rights.ts'
import type { Operation, Parameter, Response } from './describe-door.ts'
import { drawShape, kindOf } from './draw-shape.ts'
import { escaped, inline, list, prose } from './markup.ts'
import type { Place } from './names.ts'
import type { JsonSchema } from './shapes.ts'

/** One door for a reader: who may knock, what it takes, answers and refuses, and a call to copy. */
export function drawOperation(
  place: Place,
  operation: Operation,
  { origin, components }: { origin: string; components: Record<string, JsonSchema> },
): string {
  const { operationId, summary, parameters = [], requestBody, responses } = operation
  const body = requestBody?.content['application/json']
  const files = body ? [] : Object.keys(requestBody?.content ?? {})
  const { 200: answer, ...refusals } = responses
  return `<article class="door" id="${operationId}" aria-labelledby="${operationId}-name">
<h3 id="${operationId}-name"><span class="method ${place.method}">${place.method.toUpperCase()}</span> <code>${breakable(place.path)}</code></h3>
<p>${inline(summary)}</p>
<p class="who">${whoMayKnock(operation)}</p>
${parameters.length > 0 ? `<h4>Takes</h4><ul class="fields">${list(parameters, drawParameter)}</ul>` : ''}
${body ? `<h4>Takes, as JSON</h4>${drawShape(body.schema)}${drawNamed(body.schema, components)}` : ''}
${files.length > 0 ? `<h4>Takes, as a file</h4><p class="kind">${files.map(escaped).join(' or ')}</p>` : ''}
<h4>Answers</h4>
${answer ? drawAnswer(answer) : ''}
<details><summary>Refuses</summary><dl class="refusals">${list(Object.entries(refusals), drawRefusal)}</dl></details>
<h4>Call</h4>
<pre tabindex="0"><code>${escaped(curlOf(place, operation, origin))}</code></pre>
</article>`
}

/** What is to be sent is shown where it is sent, even when it has a name. */
function drawNamed({ $ref }: JsonSchema, components: Record<string, JsonSchema>): string {
  const named = $ref && components[$ref.split('/').at(-1) ?? '']
  return named ? drawShape(named) : ''
}

/** Long paths break between their steps. */
const breakable = (path: string): string => escaped(path).replaceAll('/', '/<wbr>')

function whoMayKnock(operation: Operation): string {
  const right = operation['x-key-right']
  const limit = operation['x-calls-per-minute']
  const ways = operation.security.flatMap((way) => Object.keys(way))
  const who = [
    ways.length === 0 && 'For anyone.',
    ways.includes('visitor') && 'For visitors, by their secret.',
    ways.includes('session') && !right && 'For people who signed in.',
    right === 'never' && 'For agents who signed in. Not for API keys.',
    right && right !== 'never' && `For agents who signed in, and for API keys with <code>${right}</code>.`,
    limit !== undefined && `At most ${limit} calls a minute.`,
  ]
  return who.filter(Boolean).join(' ')
}

const drawParameter = ({ name, required, schema, in: at }: Parameter): string =>
  `<li><code class="field">${escaped(name)}</code> <span class="kind">${kindOf(schema)}</span> <span class="optional">${at === 'path' ? 'in the path' : required ? 'in the query' : 'in the query, optional'}</span></li>`

function drawAnswer({ content = {} }: Response): string {
  const [media, { schema } = { schema: {} }] = Object.entries(content)[0] ?? []
  return media === 'application/json' ? drawShape(schema) : `<p class="kind">${escaped(media ?? '')}</p>`
}

const drawRefusal = ([status, { description }]: [string, Response]): string =>
  `<dt>${status}</dt><dd>${prose(description)}</dd>`

/** A call to paste into a terminal, with what is the reader's own in capitals. */
export function curlOf({ method, path }: Place, operation: Operation, origin: string): string {
  const example = operation.requestBody?.content['application/json']?.example
  const [file] = Object.keys(operation.requestBody?.content ?? {}).filter((media) => media !== 'application/json')
  const way = operation.security.at(-1)
  const credential = way?.apiKey
    ? [`-H 'Authorization: Bearer ${apiKeyPrefix}…'`]
    : way?.visitor
      ? [`-H 'Authorization: Visitor SECRET'`]
      : way?.session
        ? [`-b 'comptoir_session=…'`]
        : []
  const address = `${origin}${apiRoot}${path.replace(/\{(\w+)\}/g, (_, name: string) => inCapitals(name))}`
  return [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${address}'`,
    ...credential,
    ...(file === undefined ? [] : [`-H 'Content-Type: ${file}'`, '--data-binary @FILE']),
    ...(example === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(example, null, 2).replaceAll("'", "'\\''")}'`]),
  ].join(' \\\n  ')
}

/** `organisationId` is `ORGANISATION_ID`. */
const inCapitals = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
