import { writeFileSync } from 'node:fs'

/** Should memory run out, the system ends this process rather than the server. Fail open: other systems have no such file. */
export function firstToGo(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {}
}
