/**
 * Finds a Chromium for the browser stories: the machine's, if there is one that starts, else the one that comes through
 * npm, so that `npm test` needs nothing but the registry.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { withLock } from '../tools/lock.mjs'

/** What Playwright's `launch` needs to know. */
export interface BrowserLaunch {
  executablePath: string
  args: string[]
  env: Record<string, string>
}

const root = dirname(import.meta.dirname)

const machineBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const args = [
  // Stories run in containers and as root, where Chromium's own sandbox cannot be set up. They open our pages only.
  '--no-sandbox',
  // A container's shared memory is often 64 MB.
  '--disable-dev-shm-usage',
  // A browser in a test talks to nobody but the pages under test.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  // Letters stand at the same pixels on every machine.
  '--font-render-hinting=none',
]

/**
 * @param installed where the machine may have one
 * @throws Error, with every attempt and its outcome, when no browser here starts and paints text
 */
export async function findBrowser(installed: string[] = machineBrowsers): Promise<BrowserLaunch> {
  const faults: string[] = []
  for (const executablePath of installed.filter((path) => existsSync(path))) {
    const launch = { executablePath, args, env: ownEnvironment() }
    const fault = await tryToPaint(launch)
    if (!fault) return launch
    faults.push(`${executablePath}: ${fault}`)
  }
  const launch = await unpackedBrowser()
  const fault = await tryToPaint(launch)
  if (!fault) return launch
  faults.push(`${launch.executablePath} (from npm): ${fault}`)
  throw new Error(`No browser starts here, so the stories in e2e/ cannot be run.\n  ${faults.join('\n  ')}`)
}

/**
 * A browser without fonts starts, and every check of a page's content passes in it; so it has to show black on white.
 *
 * @returns what went wrong, or null
 */
async function tryToPaint(launch: BrowserLaunch): Promise<string | null> {
  try {
    await using browser = await chromium.launch({ ...launch, timeout: 60_000 })
    const page = await browser.newPage({ viewport: { width: 200, height: 60 } })
    await page.setContent('<body style="font: 40px sans-serif">Bonjour')
    const picture = await page.screenshot({ timeout: 30_000 })
    const dark = await page.evaluate(countDarkPixels, `data:image/png;base64,${picture.toString('base64')}`)
    return dark > 200 ? null : `it painted no text (${dark} dark pixels)`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Runs in the page, which can read a picture without a library. */
async function countDarkPixels(pictureUrl: string): Promise<number> {
  const bitmap = await createImageBitmap(await (await fetch(pictureUrl)).blob())
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  if (!context) return 0
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  return data.filter((value, index) => index % 4 === 0 && value < 100).length
}

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** The packed Chromium, unpacked once for each version, with its libraries and fonts. */
async function unpackedBrowser(): Promise<BrowserLaunch> {
  const packed = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const folder = join(root, 'node_modules', '.cache', `chromium-${version}`)
  await withLock(
    `${folder}.lock`,
    () => {},
    async () => {
      if (!existsSync(folder)) await unpack(folder)
    },
  )
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...ownEnvironment(),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

/** The package unpacks into the temporary folder of whoever asks: a process of its own, whose temporary folder is ours. */
async function unpack(folder: string): Promise<void> {
  const side = `${folder}.new`
  await rm(side, { recursive: true, force: true })
  await mkdir(side, { recursive: true })
  const script = `import { default as chromium } from '@sparticuz/chromium'; await chromium.executablePath()`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    // The second variable makes it unpack the libraries that a bare machine lacks.
    env: { ...process.env, TMPDIR: side, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Chromium could not be unpacked into ${side}.\n${stderr}`)
  await writeFile(join(side, 'fonts.conf'), fontsConf(folder))
  await rename(side, folder)
}

const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts', 'cache')}</cachedir>
  ${['sans-serif', 'serif', 'monospace', 'system-ui'].map(toOpenSans).join('\n  ')}
</fontconfig>
`

const toOpenSans = (family: string): string =>
  `<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`
