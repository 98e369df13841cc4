import { posix } from 'node:path'

/** Where a file lives in the tree of rooms. */
export interface Place {
  path: string
  room: string
  /** `domains`, `platform`, `testing`, `ui`, `live`, `app` …; empty for files right below `src`. */
  part: string
  /** The folder below `domains`; empty for files right in it. */
  domain: string
  file: string
}

export function placeOf(path: string): Place {
  const [room = '', src = '', ...rest] = path.split('/')
  const inner = src === 'src' ? rest : [src, ...rest]
  const part = inner.length > 1 ? (inner[0] ?? '') : ''
  const domain = part === 'domains' && inner.length > 2 ? (inner[1] ?? '') : ''
  return { path, room, part, domain, file: inner.at(-1) ?? '' }
}

/** @returns the path from the root of what is imported, or null for a package */
export function resolveImport(specifier: string, from: string): string | null {
  const [clean = ''] = specifier.split('?')
  if (clean.startsWith('#')) return clean.replace(/^#([a-z0-9]+)\//, '$1/src/')
  if (clean.startsWith('.')) return posix.join(posix.dirname(from), clean)
  return null
}

/** Tests, and what exists for them, may reach everywhere. */
export function isForTests({ path, part }: Place): boolean {
  return part === 'testing' || part === 'proofs' || /\.test\.tsx?$|(^|\/)testing\//.test(path)
}
