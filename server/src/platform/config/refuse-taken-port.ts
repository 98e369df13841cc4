import { once } from 'node:events'
import { createServer } from 'node:net'
import { codeOf } from '../processes.ts'
import { StartRefusal } from './start-refusal.ts'

interface Listening {
  host: string
  port: number
}

/**
 * Listens for a moment where the server is going to, so that a start that cannot succeed changes nothing.
 *
 * @throws StartRefusal port.taken | port.forbidden | host.unknown
 */
export async function refuseTakenPort({ host, port }: Listening): Promise<void> {
  const probe = createServer()
  try {
    probe.listen({ host, port })
    await once(probe, 'listening')
  } catch (error) {
    throw listenRefusal(error, { host, port }) ?? error
  }
  probe.close()
  await once(probe, 'close')
}

/** @returns why nothing can listen there, or null when the error tells of something else */
export function listenRefusal(cause: unknown, { host, port }: Listening): StartRefusal | null {
  switch (codeOf(cause)) {
    case 'EADDRINUSE':
      return new StartRefusal('port.taken', {
        message: `Port ${port} of ${host} is taken by another program.`,
        remedy: `Stop that program, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
        cause,
      })
    case 'EACCES':
      return new StartRefusal('port.forbidden', {
        message: `This user may not listen on port ${port} of ${host}.`,
        remedy: 'Choose a port from 1024 on (PORT), and let a proxy pass on what comes to 80 and 443.',
        cause,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartRefusal('host.unknown', {
        message: `${host} is not an address of this machine.`,
        remedy: 'Set HOST to one of its addresses; 127.0.0.1 for this machine alone, 0.0.0.0 for all of them.',
        cause,
      })
    default:
      return null
  }
}
