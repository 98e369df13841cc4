import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { refusalCodes, refusalStatus } from '#contract/refusals.ts'
import type { Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'
import { describeApi } from './describe-api.ts'
import type { Operation } from './describe-door.ts'
import { exampleOf } from './examples.ts'
import { placeOf } from './names.ts'

const document = describeApi()
const doors: [string, Route][] = Object.entries(routes)
const operations = Object.values(document.paths).flatMap((path) => Object.values(path))

function operationOf(key: string): Operation {
  const { method, path } = placeOf(key)
  const operation = document.paths[path]?.[method]
  assert.ok(operation, `${key} is in the document`)
  return operation
}

test('the document is OpenAPI 3.1, and one that is not is told apart', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone({ ...document }))
  assert.deepEqual(errors, undefined)
  assert.equal(valid, true)
  const spoiled = structuredClone({ ...document, paths: { ...document.paths, '/x': { get: { responses: 'none' } } } })
  assert.equal((await new Validator().validate(spoiled)).valid, false, 'control')
})

test('every door of the contract is in the document, and nothing else', () => {
  for (const [key, route] of doors) assert.equal(operationOf(key).summary, route.summary)
  assert.equal(operations.length, doors.length)
})

test('every operation goes by a name of its own', () => {
  const names = operations.map(({ operationId }) => operationId)
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  )
  for (const name of names) assert.match(name, /^(get|post|put|delete)[A-Z][A-Za-z]+$/)
})

test('every tag is introduced', () => {
  for (const { name, description } of document.tags) assert.notEqual(description, '', name)
})

test('a door that takes a file says of which kinds', () => {
  const withFile = doors.filter(([, route]) => route.file)
  assert.ok(withFile.length > 0, 'control')
  for (const [key, { file }] of withFile)
    assert.deepEqual(Object.keys(operationOf(key).requestBody?.content ?? {}), file?.media, key)
})

test('every no of a door stands under its status, with its sentence', () => {
  for (const [key, route] of doors) {
    const { responses } = operationOf(key)
    for (const code of [...(route.refuses ?? []), 'request.fault'] as const)
      assert.ok(responses[refusalStatus[code]]?.description.includes(`\`${code}\`: `), `${key}: ${code}`)
    if (route.perMinute) assert.ok(responses[429]?.headers?.['Retry-After'], key)
  }
  assert.deepEqual(document.components.schemas.Refusal?.properties?.code?.enum, refusalCodes)
})

test('a door says what opens it', () => {
  const schemes = Object.keys(document.components.securitySchemes)
  for (const [key, route] of doors) {
    const { security, ...operation } = operationOf(key)
    for (const way of security) for (const name of Object.keys(way)) assert.ok(schemes.includes(name), key)
    assert.equal(security.length === 0, route.who === 'anyone', key)
    const right = security.flatMap((way) => way.apiKey ?? [])
    assert.deepEqual(right, route.who === 'agent' && route.key !== 'never' ? [route.key] : [], key)
    assert.equal(operation['x-key-right'], route.who === 'agent' ? route.key : undefined, key)
    assert.equal(operation['x-calls-per-minute'], route.perMinute, key)
  }
})

test('every example is one that the door takes', () => {
  let looked = 0
  for (const [key, route] of doors) {
    const { parameters = [], requestBody } = operationOf(key)
    const path = Object.fromEntries(
      parameters.filter((one) => one.in === 'path').map(({ name, example }) => [name, example]),
    )
    if (route.params) assert.ok(route.params.safeParse(path).success, `${key}: ${JSON.stringify(path)}`)
    if (!route.body) continue
    const example = requestBody?.content['application/json']?.example
    const { error } = route.body.safeParse(example)
    assert.equal(error, undefined, `${key}: ${JSON.stringify(example)} ${error?.message}`)
    looked++
  }
  assert.ok(looked > 10, 'control')
})

test('every reference leads somewhere, and every named shape has an example', () => {
  const { schemas } = document.components
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, reference]) => reference ?? '',
  )
  assert.ok(references.length > 50, 'control')
  for (const reference of references) {
    assert.match(reference, /^#\/components\/schemas\//)
    const name = reference.split('/').at(-1) ?? ''
    assert.ok(schemas[name], reference)
    assert.notEqual(exampleOf(schemas[name], schemas), null)
  }
})
