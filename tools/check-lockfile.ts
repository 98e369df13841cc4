/**
 * The lockfile names every package that any machine may need. Where a registry lacks the builds for other machines,
 * `npm install` leaves them out of package-lock.json without a word, and `npm ci` then refuses the file everywhere.
 * `--write` adds what is missing: the version is exact in the package that asks for it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface LockedPackage {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

export interface Lockfile {
  packages: Record<string, LockedPackage>
}

/** @returns the entries that are asked for and absent, by their path in node_modules */
export function missingFrom(lockfile: Lockfile): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {}
  for (const [path, asking] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(asking.optionalDependencies ?? {})) {
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`]
      if (places.some((place) => lockfile.packages[place])) continue
      missing[`node_modules/${name}`] = {
        version,
        ...machinesOf(name),
        ...(asking.dev && { dev: true }),
        optional: true,
      }
    }
  }
  return missing
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** Such packages are named after their machine: `@biomejs/cli-linux-x64-musl`. */
function machinesOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/)
  const system = systems.find((word) => words.includes(word))
  const processor = processors.find((word) => words.includes(word))
  return {
    ...(processor && { cpu: [processor] }),
    ...(words.some((word) => word.startsWith('musl')) && { libc: ['musl'] }),
    ...(words.some((word) => word.startsWith('gnu')) && { libc: ['glibc'] }),
    ...(system && { os: [system] }),
  }
}

function complete(lockfile: Lockfile, missing: Record<string, LockedPackage>): Lockfile {
  const packages = Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...lockfile, packages: Object.fromEntries(packages) }
}

if (import.meta.main) {
  const file = join(dirname(import.meta.dirname), 'package-lock.json')
  const lockfile: Lockfile = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingFrom(lockfile)
  const names = Object.keys(missing)
  if (names.length > 0 && process.argv.includes('--write')) {
    writeFileSync(file, `${JSON.stringify(complete(lockfile, missing), null, 2)}\n`)
    console.log(`Added ${names.length} packages to package-lock.json.`)
  } else if (names.length > 0) {
    console.error(`package-lock.json lacks ${names.length} packages:\n  ${names.join('\n  ')}`)
    console.error('Run: node tools/check-lockfile.ts --write')
    process.exitCode = 1
  }
}
