/** Types of lock.mjs, which is plain JavaScript because it also runs before TypeScript can. */
export function withLock<T>(
  file: string,
  onWait: (holder: { pid: number }) => void,
  work: (alsoHeldBy: (pid: number | undefined) => void) => Promise<T>,
): Promise<T>
