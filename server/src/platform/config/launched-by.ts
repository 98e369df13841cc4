const pollMs = 250

/**
 * Calls `stop` once when one of the processes that started us has ended without passing a signal on: npm killed by
 * `kill -9`, or told to end by SIGTERM, which npm hands to its shell and the shell to nobody.
 * `npm start` names them in `--launched-by`; without that argument nobody is watched.
 */
export function stopWithLaunchers(pids: number[], stop: () => void): void {
  if (pids.length === 0) return
  const watch = setInterval(() => {
    if (pids.every(isAlive)) return
    clearInterval(watch)
    stop()
  }, pollMs)
  watch.unref()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
