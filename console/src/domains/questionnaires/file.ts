import type { QuestionnaireFile } from '#contract/drafts.ts'
import { type Flow, flowLimits } from '#contract/flow/flow.ts'

export const formatName = 'comptoir-questionnaire'
export const formatVersion = 1

export const fileOf = (name: string, flow: Flow): QuestionnaireFile => ({
  format: formatName,
  formatVersion,
  name,
  flow: flow as QuestionnaireFile['flow'],
})

export type FileProblem = 'too-large' | 'not-json' | 'not-ours' | 'newer'

/** A file as a questionnaire, as far as can be told without the contract's own rules: those are the server's to apply. */
export function readFile(text: string): { file: QuestionnaireFile } | { problem: FileProblem } {
  if (new TextEncoder().encode(text).length > flowLimits.bytes) return { problem: 'too-large' }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { problem: 'not-json' }
  }
  if (!isRecord(parsed) || parsed.format !== formatName) return { problem: 'not-ours' }
  if (typeof parsed.formatVersion === 'number' && parsed.formatVersion > formatVersion) return { problem: 'newer' }
  const { flow } = parsed
  if (typeof parsed.name !== 'string' || !isRecord(flow) || !Array.isArray(flow.steps)) return { problem: 'not-ours' }
  return { file: parsed as unknown as QuestionnaireFile }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Hands a questionnaire to the browser as a file to keep. */
export function download(file: QuestionnaireFile): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName(file.name)}.json`
  link.click()
  URL.revokeObjectURL(address)
}

/** Letters and digits of any language, with hyphens between. */
const fileName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'questionnaire'
