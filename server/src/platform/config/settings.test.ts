import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readFlags } from './flags.ts'
import { helpText } from './help.ts'
import { readSettings } from './settings.ts'
import { settingsTable } from './settings-table.ts'
import { StartRefusal } from './start-refusal.ts'

const operating = readFileSync(join(import.meta.dirname, '../../../../docs/operating.md'), 'utf8')

const refusalOf = (act: () => unknown): StartRefusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof StartRefusal) return error
  }
  throw new assert.AssertionError({ message: 'nothing was refused' })
}

test('without any variable every setting has its default', () => {
  assert.deepEqual(readSettings({}), {
    host: '127.0.0.1',
    port: 3000,
    publicUrl: null,
    trustProxy: false,
    dataFolder: './data',
    databaseUrl: null,
    smtpUrl: null,
    mailFrom: 'Comptoir <comptoir@localhost>',
    plan: null,
    plansFile: null,
    operatorEmail: null,
    signUp: 'closed',
    logLevel: 'warn',
  })
})

test('every setting is read, and an empty one counts as unset', () => {
  const read = readSettings({
    HOST: '::1',
    PORT: '0',
    PUBLIC_URL: 'https://chat.example.org',
    TRUST_PROXY: 'true',
    COMPTOIR_DATA: ' /srv/comptoir ',
    DATABASE_URL: 'postgresql://ada:secret@db.example.org/comptoir',
    SMTP_URL: 'smtps://mail.example.org',
    MAIL_FROM: 'Accueil <accueil@example.org>',
    PLAN: 'pro',
    PLANS_FILE: ' plans.json ',
    OPERATOR_EMAIL: 'vente@example.org',
    SIGN_UP: 'open',
    LOG_LEVEL: '',
  })
  assert.deepEqual(
    { ...read, publicUrl: read.publicUrl?.href },
    {
      host: '::1',
      port: 0,
      publicUrl: 'https://chat.example.org/',
      trustProxy: true,
      dataFolder: '/srv/comptoir',
      databaseUrl: 'postgresql://ada:secret@db.example.org/comptoir',
      smtpUrl: 'smtps://mail.example.org',
      mailFrom: 'Accueil <accueil@example.org>',
      plan: 'pro',
      plansFile: 'plans.json',
      operatorEmail: 'vente@example.org',
      signUp: 'open',
      logLevel: 'warn',
    },
  )
})

test('letters come from the public address unless told otherwise', () => {
  assert.equal(
    readSettings({ PUBLIC_URL: 'https://chat.example.org' }).mailFrom,
    'Comptoir <comptoir@chat.example.org>',
  )
})

const wrongValues: Record<keyof typeof settingsTable, string[]> = {
  PORT: ['65536', '-1', '80.5', 'http', '0x50'],
  HOST: ['127.0.0.1:3000', 'http://127.0.0.1', 'a b'],
  PUBLIC_URL: [
    'chat.example.org',
    'ftp://example.org',
    'https://example.org/chat',
    'https://example.org?a',
    'https://',
  ],
  TRUST_PROXY: ['1', 'yes', 'TRUE'],
  COMPTOIR_DATA: ['a\0b'],
  DATABASE_URL: ['mysql://localhost/comptoir', 'localhost:5432', 'postgres'],
  SMTP_URL: ['mail.example.org', 'https://mail.example.org'],
  MAIL_FROM: ['nobody', 'a@b, c@d', 'A <a@b> B', 'A\r\nBcc: c@d <a@b>'],
  PLAN: ['gold', 'Pro'],
  PLANS_FILE: ['a\0b'],
  OPERATOR_EMAIL: ['nobody', 'a@b, c@d', 'Ada <a@b>'],
  SIGN_UP: ['yes', 'Open', 'true'],
  LOG_LEVEL: ['loud', 'WARN'],
}

for (const [name, values] of Object.entries(wrongValues)) {
  test(`a wrong ${name} is refused with what to do`, () => {
    for (const value of values) {
      const { code, message } = refusalOf(() => readSettings({ [name]: value }))
      assert.equal(code, 'settings.invalid')
      assert.match(message, new RegExp(`^${name} has a value it cannot have`), value)
    }
  })
}

test('an unknown COMPTOIR_ variable is refused with the nearest known name, and other programs’ variables are not', () => {
  const { message } = refusalOf(() => readSettings({ COMPTOIR_DATTA: './data', HOME: '/root' }))
  assert.equal(message, 'COMPTOIR_DATTA is not a setting. Did you mean COMPTOIR_DATA?')
})

test('all faults are told at once, and no password with them', () => {
  const { message, remedy } = refusalOf(() =>
    readSettings({ PORT: 'x', DATABASE_URL: 'mysql://ada:secret@db', COMPTOIR_PORT: '3000' }),
  )
  assert.match(message, /PORT has/)
  assert.match(message, /DATABASE_URL has/)
  assert.match(message, /COMPTOIR_PORT is not/)
  assert.doesNotMatch(message, /secret/)
  assert.match(remedy, /--help/)
})

test('an unknown option is refused with the nearest known one', () => {
  assert.deepEqual(readFlags(['--demo', '--launched-by=12,13']), { demo: true, help: false, launchedBy: [12, 13] })
  assert.equal(refusalOf(() => readFlags(['--dmeo'])).message, '--dmeo is not an option. Did you mean --demo?')
})

test('the help and docs/operating.md say the same of every setting', () => {
  for (const [name, row] of Object.entries(settingsTable)) {
    for (const words of [name, row.meaning, row.unit, row.default]) assert.ok(helpText().includes(words), words)
    const line = `| \`${name}\` | ${row.meaning} | ${row.unit} | ${row.default} | ${row.remedy} |`
    assert.ok(operating.includes(line), `docs/operating.md lacks or differs in:\n${line}`)
  }
  const documented = [...operating.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  assert.deepEqual(documented, Object.keys(settingsTable))
})
