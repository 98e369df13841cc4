import * as z from 'zod'
import { nearestName } from './nearest-name.ts'
import { settingsTable } from './settings-table.ts'
import { StartRefusal } from './start-refusal.ts'

/** What the operator has chosen, checked and typed. */
export interface Settings {
  host: string
  /** 0: any free one. */
  port: number
  /** Null: the address it listens on. */
  publicUrl: URL | null
  trustProxy: boolean
  /** As given: it may be missing and relative to the working folder. */
  dataFolder: string
  /** Null: the PostgreSQL that Comptoir brings along. */
  databaseUrl: string | null
  /** Null: letters wait in the outbox. */
  smtpUrl: string | null
  mailFrom: string
  /** Null: each organisation has its own. */
  plan: 'free' | 'standard' | 'pro' | 'ultimate' | null
  /** As given, relative to the working folder. Null: the plans brought along. */
  plansFile: string | null
  /** Null: requests to the sales department wait in their list. */
  operatorEmail: string | null
  /** Whether strangers may make organisations. */
  signUp: 'closed' | 'open'
  logLevel: string
}

type Name = keyof typeof settingsTable
const names = Object.keys(settingsTable)

const schema = z.object({
  PORT: settingsTable.PORT.schema,
  HOST: settingsTable.HOST.schema,
  PUBLIC_URL: settingsTable.PUBLIC_URL.schema,
  TRUST_PROXY: settingsTable.TRUST_PROXY.schema,
  COMPTOIR_DATA: settingsTable.COMPTOIR_DATA.schema,
  DATABASE_URL: settingsTable.DATABASE_URL.schema,
  SMTP_URL: settingsTable.SMTP_URL.schema,
  MAIL_FROM: settingsTable.MAIL_FROM.schema,
  PLAN: settingsTable.PLAN.schema,
  PLANS_FILE: settingsTable.PLANS_FILE.schema,
  OPERATOR_EMAIL: settingsTable.OPERATOR_EMAIL.schema,
  SIGN_UP: settingsTable.SIGN_UP.schema,
  LOG_LEVEL: settingsTable.LOG_LEVEL.schema,
} satisfies Record<Name, unknown>)

/**
 * Reads the settings from an environment. An empty variable counts as unset.
 *
 * @throws StartRefusal settings.invalid, naming every fault at once
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]))
  const read = schema.safeParse(given)
  const faults = [...wrongValues(read.error, given), ...unknownNames(environment)]
  if (!read.success || faults.length > 0) throw refused(faults)
  const values = read.data
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY,
    dataFolder: values.COMPTOIR_DATA,
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `Comptoir <comptoir@${values.PUBLIC_URL?.hostname ?? 'localhost'}>`,
    plan: values.PLAN,
    plansFile: values.PLANS_FILE,
    operatorEmail: values.OPERATOR_EMAIL,
    signUp: values.SIGN_UP,
    logLevel: values.LOG_LEVEL,
  }
}

function wrongValues(error: z.ZodError | undefined, given: Record<string, string | undefined>): string[] {
  const wrong = new Set(error?.issues.map((issue) => String(issue.path[0])))
  return Object.entries(settingsTable)
    .filter(([name]) => wrong.has(name))
    .map(([name, { isSecret, remedy }]) => {
      const value = isSecret ? '' : ` (${JSON.stringify(given[name]?.slice(0, 200))})`
      return `${name} has a value it cannot have${value}. ${remedy}`
    })
}

/** Names of ours are all known; a mistyped one would otherwise be ignored without a word. */
function unknownNames(environment: Record<string, string | undefined>): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('COMPTOIR_') && !names.includes(name))
    .map((name) => `${name} is not a setting. Did you mean ${nearestName(name, names)}?`)
}

function refused(faults: string[]): StartRefusal {
  return new StartRefusal('settings.invalid', {
    message: faults.join('\n'),
    remedy: 'Correct the environment and start again; `npm start -- --help` lists every setting.',
  })
}
