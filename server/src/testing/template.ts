import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { migrate } from '../platform/database/migrate.ts'
import type { ClusterAddress } from './cluster.ts'

const migrations = join(import.meta.dirname, '../../migrations')
// Any number will do, as long as every test takes the same one.
const buildingLock = 7_270_002

/** @returns the name of a database with every migration applied, made by whoever needs it first */
export async function templateIn(admin: pg.Client, address: ClusterAddress): Promise<string> {
  const hash = hashOfMigrations()
  const template = `template_${hash}`
  await admin.query('select pg_advisory_lock($1)', [buildingLock])
  try {
    const found = await admin.query('select from pg_database where datname = $1', [template])
    if (found.rowCount === 0) await build(admin, address, { building: `building_${hash}`, template })
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [buildingLock])
  }
  return template
}

/** Renamed when done, so that a template that is there is whole. */
async function build(admin: pg.Client, address: ClusterAddress, names: { building: string; template: string }) {
  await admin.query(`drop database if exists ${names.building} with (force)`)
  await admin.query(`create database ${names.building}`)
  await migrate({ ...address, database: names.building })
  await admin.query(`alter database ${names.building} rename to ${names.template}`)
}

function hashOfMigrations(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(join(migrations, name)))
  return hash.digest('hex').slice(0, 16)
}
