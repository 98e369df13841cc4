import { pino } from 'pino'

export type Log = ReturnType<typeof createLog>

/** Lines of JSON on standard error, so that standard output stays for what people read. */
export const createLog = (level: string) =>
  pino(
    { level, base: null, redact: ['token', 'password', '*.token', '*.password'] },
    pino.destination({ fd: 2, sync: true }),
  )
