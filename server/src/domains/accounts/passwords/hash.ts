import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { refusal } from '#server/platform/refusal.ts'

/** What is kept of a password: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, base64 without padding. */
export type PasswordHash = string & { readonly brand: 'PasswordHash' }

interface Figures {
  ln: number
  r: number
  p: number
}

/** OWASP's figures for scrypt: 32 MB and about a third of a second on a small machine. */
let today: Figures = { ln: 15, r: 8, p: 3 }
const saltBytes = 16
const hashBytes = 32

/** Of the four threads Node has for such work two stay free for files and name look-ups; 64 MB is all that hashing ever takes. */
const hashesAtOnce = 2
const waitingAtMost = 100

/** The hash to keep of a new password. @refuses request.unavailable while too many are being hashed */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(saltBytes)
  return write(today, salt, await derive(password, { salt, ...today }))
}

/**
 * Whether this is the password. `outdated`: it was hashed by other figures than today's, and should be hashed anew.
 * @refuses request.unavailable while too many are being hashed
 */
export async function verifyPassword(
  password: string,
  kept: PasswordHash,
): Promise<{ right: boolean; outdated: boolean }> {
  const { figures, salt, hash } = read(kept)
  const right = timingSafeEqual(await derive(password, { salt, ...figures }), hash)
  return { right, outdated: JSON.stringify(figures) !== JSON.stringify(today) }
}

/** The hash of nobody's password, as dear to check as a real one: an unknown address then takes as long as a known one. */
export const nobodysHash = (): PasswordHash => write(today, Buffer.alloc(saltBytes), Buffer.alloc(hashBytes))

/**
 * From now on this process hashes in no time, and so that anybody could guess: for tests that prove something else, of
 * which a third of a second for each password was the greater part. A test holds that nobody but them asks for it.
 */
export function hashInNoTime(): void {
  today = { ln: 4, r: 8, p: 1 }
}

function write({ ln, r, p }: Figures, salt: Buffer, hash: Buffer): PasswordHash {
  // The brand is given here alone.
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(hash)}` as PasswordHash
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}

function read(kept: PasswordHash) {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(kept)
  if (!parts) throw new Error('a password hash of no known form')
  const [, ln, r, p, salt = '', hash = ''] = parts
  return {
    figures: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

async function derive(password: string, { salt, ln, r, p }: { salt: Buffer } & Figures): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 2 ** ln * r * 128 * 2 }
  // The same word typed on another keyboard may come in other code points (SP 800-63B-4, 3.1.1.2).
  const text = password.normalize('NFKC')
  await enter()
  try {
    return await new Promise((resolve, reject) =>
      scrypt(text, salt, hashBytes, options, (error, hash) => (error ? reject(error) : resolve(hash))),
    )
  } finally {
    leave()
  }
}

let hashing = 0
const waiting: (() => void)[] = []

async function enter(): Promise<void> {
  if (hashing < hashesAtOnce) {
    hashing += 1
    return
  }
  if (waiting.length >= waitingAtMost) throw refusal('request.unavailable')
  await new Promise<void>((resolve) => waiting.push(resolve))
}

/** The next one takes over the place, so that nobody slips in between. */
function leave(): void {
  const next = waiting.shift()
  if (next) next()
  else hashing -= 1
}
