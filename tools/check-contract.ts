/**
 * Whoever changes the shape of what crosses a wire raises the protocol's version, so that an old page knows that it is
 * old. contract/shapes.json keeps the fingerprint of each version's shapes; `--write` notes the present one. A version
 * that has been released is never noted again: raise it.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'
import { AgentDownFrame, UpFrame, VisitorDownFrame } from '#contract/socket/frames.ts'
import { protocolVersion } from '#contract/socket/version.ts'

/** By version. */
export type Fingerprints = Record<string, string>

/** Everything that crosses a wire, as one text that changes with any of its shapes. */
export function fingerprintOf(doors: Record<string, Route>, frames: Record<string, z.ZodType>): string {
  const shapes = { doors: mapValues(doors, shapesOf), frames: mapValues(frames, shapeOf) }
  return createHash('sha256')
    .update(JSON.stringify(sorted(shapes)))
    .digest('hex')
    .slice(0, 32)
}

/** Meaning and limits of speed may change without a new version; what is sent and answered may not. */
function shapesOf({ params, query, body, reply, refuses }: Route): unknown {
  const parts = { params, query, body, reply }
  return { ...mapValues(parts, (part) => (part ? shapeOf(part) : null)), refuses: [...(refuses ?? [])].sort() }
}

const shapeOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

function mapValues<In, Out>(record: Record<string, In>, change: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** The order in which fields are written down is no part of a shape. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/** @returns what is wrong, or null */
export function judgeShapes(noted: Fingerprints, version: number, fingerprint: string): string | null {
  if (noted[version] === fingerprint) return null
  if (!noted[version]) return `The shapes of version ${version} are not noted: node tools/check-contract.ts --write`
  return [
    `What crosses the wire has changed since version ${version} was noted.`,
    'Raise protocolVersion (contract/src/socket/version.ts), then: node tools/check-contract.ts --write',
    `If version ${version} was never released, --write alone is enough.`,
  ].join('\n')
}

if (import.meta.main) {
  const file = join(dirname(import.meta.dirname), 'contract', 'shapes.json')
  const noted: Fingerprints = JSON.parse(readFileSync(file, 'utf8'))
  const fingerprint = fingerprintOf(routes, { UpFrame, AgentDownFrame, VisitorDownFrame })
  if (process.argv.includes('--write')) {
    writeFileSync(file, `${JSON.stringify({ ...noted, [protocolVersion]: fingerprint }, null, 2)}\n`)
  } else {
    const fault = judgeShapes(noted, protocolVersion, fingerprint)
    if (fault) console.error(fault)
    process.exitCode = fault ? 1 : 0
  }
}
