/**
 * `npm run letters`: prints the letters to people about their accounts that have not left. Their links open an account, so
 * no organisation may read them; whoever runs the server hands them over while there is no SMTP_URL.
 * Takes DATABASE_URL and COMPTOIR_DATA as the server does, and works whether the server runs or not.
 */
import pg from 'pg'
import { readSettings } from '#server/platform/config/settings.ts'
import { orSayWhyNot, withDatabase } from './operator/with-database.ts'

interface WaitingLetter {
  recipient: string
  subject: string
  body: string
  created_at: Date
  useful_until: Date
}

await orSayWhyNot(() =>
  withDatabase(readSettings(process.env), async (config) => {
    process.stdout.write(show(await readWaiting(config)))
  }),
)

async function readWaiting(config: pg.ClientConfig): Promise<WaitingLetter[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query<WaitingLetter>(
      `select recipient, subject, body, created_at, useful_until from account_letters
       where state in ('waiting', 'retrying') and useful_until > now() order by created_at, id`,
    )
    return rows
  } finally {
    await client.end()
  }
}

function show(letters: WaitingLetter[]): string {
  if (letters.length === 0) return 'No account letter waits.\n'
  const rule = '-'.repeat(72)
  return letters
    .map(({ recipient, subject, body, created_at, useful_until }) =>
      [
        rule,
        `To       ${recipient}`,
        `Subject  ${subject}`,
        `Written  ${created_at.toISOString()}`,
        `Good     until ${useful_until.toISOString()}`,
        '',
        body,
      ].join('\n'),
    )
    .join('\n')
}
