/** Types of install.mjs, which is plain JavaScript because it also runs before TypeScript can. */
export function install(root: string, mode: 'run' | 'all', say: (line: string) => void): Promise<string>
