import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#server/platform/refusal.ts'
import { choosePassword } from './choose-password.ts'
import { verifyPassword } from './hash.ts'

const about = ['ada.lovelace@lumiere.example', 'Ada Lovelace', 'Boutique Lumière']

/** The code of the no, or what was kept. */
const verdictOn = async (password: string): Promise<string> => {
  try {
    return await choosePassword(password, { about, field: 'account.password' })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    assert.equal(error.field, 'account.password')
    return error.code
  }
}

test('[U7] fifteen characters are needed, counted as people count, and no rule says which', async () => {
  assert.equal(await verdictOn('tasse bleue 42'), 'accounts.password-too-short')
  assert.equal(await verdictOn('🦒🦒🦒🦒🦒🦒🦒🦒'), 'accounts.password-too-short')
  assert.match(await verdictOn('xkqzvbnwjrtplmd'), /^\$scrypt/)
})

test('[U7] common and breached passwords are refused, however long', async () => {
  for (const password of [
    'password1234567',
    'passwordpassword',
    'P@ssw0rdP@ssw0rd',
    'motdepasse123456',
    'Motdepasse2024!',
    'Bienvenue2024!!',
    'administrateur2024',
    'azertyuiopqsdfghjklm',
    'qwertyuiop123456',
    '1qaz2wsx3edc4rfv',
    'zaq12wsxcde34rfv',
    '123456789012345',
    '987654321987654321',
    '4815162342481516',
    'abcdefghijklmnop',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'iloveyouiloveyou',
    'jetaimejetaime!',
    'chocolatchocolat',
    'superman12345678',
    'lundimardimercredi',
    'janvierfevriermars',
    'unedeuxtroisquatre',
    'password password password',
  ])
    assert.equal(await verdictOn(password), 'accounts.password-too-common', password)
})

test('[U7] what anybody would try for this person is refused, and is fine for somebody else', async () => {
  for (const password of [
    'ada.lovelace@lumiere.example',
    'BoutiqueLumiere2026',
    'Ada Lovelace 1815',
    'comptoircomptoir1',
  ])
    assert.equal(await verdictOn(password), 'accounts.password-too-common', password)
  const another = ['ben@elsewhere.example', 'Ben', 'Ailleurs']
  assert.match(await choosePassword('Ada Lovelace 1815', { about: another, field: 'password' }), /^\$scrypt/)
})

test('[U7] sentences people can remember are welcome, in French and English', async () => {
  for (const password of [
    'les girafes boivent du thé noir',
    'mon chien préfère les mardis',
    'deux renards sous la pluie',
    'il pleut souvent à Brest',
    'tournesol-wagon-mercredi',
    'Ça va piquer un peu, docteur',
    'correct horse battery staple',
    'the kettle sings before breakfast',
  ])
    assert.match(await verdictOn(password), /^\$scrypt/, password)
})

test('[U7] a password of 256 signs is welcome, spaces at its ends included', async () => {
  const password = ` ${'les girafes boivent du thé noir. '.repeat(8).slice(0, 254)} `
  assert.equal(password.length, 256)
  const kept = await choosePassword(password, { about, field: 'password' })
  assert.equal((await verifyPassword(password, kept)).right, true)
  assert.equal((await verifyPassword(password.trim(), kept)).right, false)
})
