/** One import of a file, as it is written there. */
export interface Import {
  /** `../store.ts`, `#contract/ids.ts`, `react` */
  specifier: string
  /** Leaves nothing in the running program. */
  isTypeOnly: boolean
  line: number
}

const statement =
  /^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

/**
 * Reads the imports from a file's text. Formatted code (which another check sees to) begins every such statement on a
 * line of its own, so patterns are enough.
 */
export function readImports(source: string): Import[] {
  return [...withoutComments(source).matchAll(statement)].map((match) => {
    const [, typeWord, names = '', from, sideEffect, dynamic] = match
    return {
      specifier: from ?? sideEffect ?? dynamic ?? '',
      isTypeOnly: from !== undefined && (typeWord !== undefined || areAllTypes(names)),
      line: source.slice(0, match.index).split('\n').length,
    }
  })
}

/** `{ type A, type B }` */
function areAllTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1]
  if (inner === undefined) return false
  const parts = inner.split(',').filter((part) => part.trim() !== '')
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '))
}

/** An example in a docblock imports nothing. Lines stay where they are. */
function withoutComments(source: string): string {
  return source.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}
