/** Every distinct reason for which Comptoir declines to start. */
export type StartRefusalCode =
  | 'settings.invalid'
  | 'plans.unreadable'
  | 'plans.invalid'
  | 'data-folder.not-writable'
  | 'data-folder.in-use'
  | 'port.taken'
  | 'port.forbidden'
  | 'host.unknown'
  | 'database.unreachable'
  | 'database.sign-in-failed'
  | 'database.too-old'
  | 'database.lacks-rights'
  | 'database.newer-data'
  | 'postgres.unsupported-here'
  | 'postgres.other-version'
  | 'postgres.failed'
  | 'backup.damaged'
  | 'backup.newer'
  | 'backup.in-use'
  | 'backup.not-empty'

/**
 * A start that ends before it has changed anything, told to the operator in their terminal: what is wrong, in a
 * sentence, and what to do about it. `main.ts` prints both and exits with code 1; there is never a stack trace.
 */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
  readonly code: StartRefusalCode
  readonly remedy: string

  constructor(
    code: StartRefusalCode,
    { message, remedy, cause }: { message: string; remedy: string; cause?: unknown },
  ) {
    super(message, { cause })
    this.code = code
    this.remedy = remedy
  }
}
