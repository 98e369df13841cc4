import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const pollMs = 10

/** Whether a process runs. One that has ended and that nobody has asked after (a zombie) does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  if (process.platform !== 'linux') return true
  const stat = readProc(pid, 'stat')
  return stat !== '' && stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z'
}

/** @returns whether the process had ended before the time was up */
export async function hasEnded(pid: number, { withinMs }: { withinMs: number }): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (isRunning(pid)) {
    if (performance.now() > deadline) return false
    await pause(pollMs)
  }
  return true
}

/** The command a process was started with, words parted by blanks; empty when there is no such process. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').replaceAll('\0', ' ').trim()
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return '' // `ps` says by its exit code that there is none.
  }
}

/** Sends a signal; that the process has ended already is as good. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

/** The code of a system error (`ENOENT`), or undefined. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return '' // It ended meanwhile.
  }
}
