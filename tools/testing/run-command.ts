import { spawn } from 'node:child_process'

export interface CommandEnd {
  succeeded: boolean
  /** Everything it printed, in the order in which it came. */
  output: string
  isTimedOut: boolean
}

interface CommandOptions {
  env?: Record<string, string | undefined>
  cwd?: string
  timeoutMs?: number
  /** Told of what it prints while it runs. */
  onOutput?: (chunk: string) => void
}

const running = new Set<number>()
const lastWordsMs = 2000

/** Runs a program to its end; one that takes too long is killed with all it has started. */
export function runCommand(program: string, args: string[], options: CommandOptions = {}): Promise<CommandEnd> {
  const { env = process.env, cwd, timeoutMs = 600_000, onOutput } = options
  return new Promise((resolve, reject) => {
    // A group of its own, so that whatever it starts can be ended with it.
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    child.on('error', reject)
    const { pid } = child
    if (pid === undefined) return
    running.add(pid)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
        onOutput?.(chunk)
      })
    }
    let isTimedOut = false
    const timer = setTimeout(() => {
      isTimedOut = true
      killGroup(pid)
    }, timeoutMs)
    child.on('exit', () => {
      clearTimeout(timer)
      running.delete(pid)
      killGroup(pid) // What it left running has no business after its end.
      // Whoever has left the group may hold our pipes open for ever.
      setTimeout(() => {
        child.stdout.destroy()
        child.stderr.destroy()
      }, lastWordsMs).unref()
    })
    child.on('close', (code) => resolve({ succeeded: code === 0, output, isTimedOut }))
  })
}

/** Ends every program that still runs, for a run that is cut short. */
export function killRunning(): void {
  for (const pid of running) killGroup(pid)
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}
