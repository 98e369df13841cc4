import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasEnded } from '../processes.ts'

/**
 * Reads from a pipe that only we hold open. When we end, by whatever signal, the pipe closes, and the shell stops the
 * process it was told of if that still is this cluster's. A shell costs some hundred kilobytes, a Node forty megabytes.
 */
const script = `read -r _
command=$(tr '\\0' ' ' <"/proc/$1/cmdline" || ps -ww -o command= -p "$1")
case $command in *" -D $2 "*) kill -INT "$1" ;; esac`

const longestGoodbyeMs = 2000

export interface Watcher {
  /** Ends the watching; PostgreSQL stays as it is. */
  end(): void
}

/** Makes sure that the postmaster does not outlive this process. */
export function watchOver(postmasterPid: number, { cluster, folder }: { cluster: string; folder: string }): Watcher {
  let isWanted = true
  const start = () => {
    const args = ['-c', script, 'comptoir-watcher', String(postmasterPid), cluster]
    const shell = spawn('/bin/sh', args, { detached: true, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] })
    writeFileSync(pidFileIn(folder), String(shell.pid))
    shell.on('exit', () => {
      if (isWanted) current = start()
    })
    shell.unref()
    return shell
  }
  let current = start()
  return {
    end() {
      isWanted = false
      current.kill('SIGKILL')
      rmSync(pidFileIn(folder), { force: true })
    },
  }
}

/**
 * Waits until the watcher of an earlier Comptoir has done what it had to. Whoever looks at the postmaster before might
 * take over a server that is told to stop a moment later.
 */
export async function awaitEarlierWatcher(folder: string): Promise<void> {
  const file = pidFileIn(folder)
  if (!existsSync(file)) return
  await hasEnded(Number(readFileSync(file, 'utf8')), { withinMs: longestGoodbyeMs })
  rmSync(file, { force: true })
}

const pidFileIn = (folder: string) => join(folder, 'watcher.pid')
