/** Types of install-failure.mjs, which is plain JavaScript because it also runs before TypeScript can. */
export class InstallFailure extends Error {
  remedy: string
}
export function explainNpmFailure(output: string, status: number | string): InstallFailure
