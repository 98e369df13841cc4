import * as z from 'zod'

/** One environment variable: what an operator reads about it, and what the program makes of it. */
interface Setting<Value> {
  meaning: string
  /** What the value counts or is written in. */
  unit: string
  /** In words, for people. */
  default: string
  /** What to do when the value is refused. */
  remedy: string
  /** Its value is never printed: it may hold a password. */
  isSecret: boolean
  /** From the text in the environment, undefined when unset or empty. */
  schema: z.ZodType<Value, string | undefined>
}

const setting = <Value>(row: Setting<Value>): Setting<Value> => row

const addressOf = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

/** A site's address without anything behind it: links are made by adding to it. */
const origin = z
  .string()
  .refine((text) => /^https?:\/\/[^/?#@]+\/?$/i.test(text) && URL.canParse(text))
  .transform((text) => new URL(text))

const words = new Map([
  ['true', true],
  ['false', false],
])

/**
 * Every setting there is. `npm start -- --help` and docs/operating.md say exactly this; a test keeps them together.
 */
export const settingsTable = {
  PORT: setting({
    meaning: 'Port the server listens on.',
    unit: 'TCP port; 0 takes any that is free',
    default: '3000',
    remedy: 'Give a whole number from 0 to 65535.',
    isSecret: false,
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535)
      .optional()
      .transform((port) => port ?? 3000),
  }),
  HOST: setting({
    meaning: 'Address the server listens on. `0.0.0.0` or `::` make it reachable from other machines.',
    unit: 'IP address or host name of this machine',
    default: '127.0.0.1',
    remedy: 'Give one address of this machine, without port and without `http://`.',
    isSecret: false,
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/)
      .refine((host) => !/^[\w.-]+:\d+$/.test(host))
      .optional()
      .transform((host) => host ?? '127.0.0.1'),
  }),
  PUBLIC_URL: setting({
    meaning:
      'Address under which people reach the server, when a proxy stands before it. Links in letters begin with it.',
    unit: 'http or https address without a path',
    default: 'the address it listens on',
    remedy: 'Give an address such as https://chat.example.org, with nothing behind the host.',
    isSecret: false,
    schema: origin.optional().transform((url) => url ?? null),
  }),
  TRUST_PROXY: setting({
    meaning: 'Whether a proxy before the server tells, in X-Forwarded-For, who is asking. Never without such a proxy.',
    unit: 'true or false',
    default: 'false',
    remedy: 'Give true or false.',
    isSecret: false,
    schema: z
      .string()
      .refine((word) => words.has(word))
      .optional()
      .transform((word) => words.get(word ?? 'false') ?? false),
  }),
  COMPTOIR_DATA: setting({
    meaning: 'Folder for everything a running installation writes.',
    unit: 'path, from the folder Comptoir was started in',
    default: './data',
    remedy: 'Give the path of a folder that the user who starts Comptoir may write into.',
    isSecret: false,
    schema: z
      .string()
      .refine((path) => !path.includes('\0'))
      .optional()
      .transform((path) => path ?? './data'),
  }),
  DATABASE_URL: setting({
    meaning: 'PostgreSQL server to use, 15 or newer, instead of the one that Comptoir brings along.',
    unit: 'postgres:// address',
    default: 'none: the one brought along',
    remedy: 'Give an address such as postgres://user:password@host:5432/comptoir.',
    isSecret: true,
    schema: addressOf(['postgres:', 'postgresql:'])
      .optional()
      .transform((url) => url ?? null),
  }),
  SMTP_URL: setting({
    meaning:
      'Mail server for letters. Without it they wait in an outbox that the administrator reads in the console; the words of conversations, which leave the same way, are not shown there.',
    unit: 'smtp:// or smtps:// address',
    default: 'none: letters wait',
    remedy: 'Give an address such as smtps://user:password@mail.example.org:465.',
    isSecret: true,
    schema: addressOf(['smtp:', 'smtps:'])
      .optional()
      .transform((url) => url ?? null),
  }),
  MAIL_FROM: setting({
    meaning: 'Sender of letters.',
    unit: 'e-mail address, with or without a name',
    default: 'Comptoir <comptoir@…>, at the host of PUBLIC_URL',
    remedy: 'Give one address, such as chat@example.org or Comptoir <chat@example.org>.',
    isSecret: false,
    schema: z
      .string()
      .regex(/^(?:[^\s<>@,;]+@[^\s<>@,;]+|[^<>@\p{Cc}]*<[^\s<>@,;]+@[^\s<>@,;]+>)$/u)
      .optional()
      .transform((from) => from ?? null),
  }),
  PLAN: setting({
    meaning:
      'Plan that every organisation of this server is on. No price is ever shown, and there is nothing to change.',
    unit: 'free, standard, pro or ultimate',
    default: 'none: each organisation has its own',
    remedy: 'Give one of those words.',
    isSecret: false,
    schema: z
      .enum(['free', 'standard', 'pro', 'ultimate'])
      .optional()
      .transform((plan) => plan ?? null),
  }),
  PLANS_FILE: setting({
    meaning: 'File with the plans on offer, their seats and prices; see docs/billing.md.',
    unit: 'path of a JSON file, from the folder Comptoir was started in',
    default: 'none: the plans that Comptoir brings along',
    remedy: 'Give the path of a JSON file.',
    isSecret: false,
    schema: z
      .string()
      .refine((path) => !path.includes('\0'))
      .optional()
      .transform((path) => path ?? null),
  }),
  OPERATOR_EMAIL: setting({
    meaning: 'Address of whoever runs this server: requests to the sales department go there.',
    unit: 'e-mail address',
    default: 'none: requests wait for `npm run sales-requests`',
    remedy: 'Give one address, such as sales@example.org.',
    isSecret: false,
    schema: z
      .string()
      .regex(/^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/)
      .optional()
      .transform((address) => address ?? null),
  }),
  SIGN_UP: setting({
    meaning: 'Whether strangers may make an organisation of their own on this server, on the free plan.',
    unit: 'closed or open',
    default: 'closed',
    remedy: 'Give one of those words.',
    isSecret: false,
    schema: z
      .enum(['closed', 'open'])
      .optional()
      .transform((word) => word ?? 'closed'),
  }),
  LOG_LEVEL: setting({
    meaning: 'How much is logged, as lines of JSON on standard error.',
    unit: 'trace, debug, info, warn, error, fatal or silent',
    default: 'warn',
    remedy: 'Give one of those words.',
    isSecret: false,
    schema: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
      .optional()
      .transform((level) => level ?? 'warn'),
  }),
}
