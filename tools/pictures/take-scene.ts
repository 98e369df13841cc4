import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { type Setting, sizes, themes } from './looks.ts'
import type { Scene, View } from './scene.ts'

const longPx = { wide: 3_600, phone: 5_600 }

/** Opens one scene and takes it in light and in dark. @returns what is wrong with it */
export async function takeScene(
  context: BrowserContext,
  scene: Scene,
  { words, folder, ...setting }: Setting & Pick<View, 'words'> & { folder: string },
): Promise<string[]> {
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`throws ${error.message}`))
  const { width } = sizes[setting.size]
  try {
    if (scene.isLong) await page.setViewportSize({ width, height: longPx[setting.size] })
    await answerAs(page, scene)
    await page.goto(scene.path)
    if (scene.act) {
      await settle(page, { isDone: false })
      await scene.act({ page, words, ...setting })
    }
    await settle(page, { ...scene, isDone: true })
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(150)
      await page.screenshot({ path: join(folder, `${nameOf(scene, setting)}-${colorScheme}.png`) })
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide > width) faults.push(`is ${wide} px wide on a screen of ${width}`)
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
    await page.screenshot({ path: join(folder, `${nameOf(scene, setting)}-light.png`) }).catch(() => {})
  } finally {
    await page.close()
  }
  return faults.map((fault) => `${nameOf(scene, setting)}: ${fault}`)
}

export const nameOf = ({ name }: Scene, { locale, size }: Setting): string => `${name}-${locale}-${size}`

async function answerAs(page: Page, { answers }: Scene): Promise<void> {
  if (!answers) return
  await page.route(
    (url) => url.pathname.startsWith('/api/') && answers.to.test(url.pathname + url.search),
    (route) => (answers.by === 'a fault' ? route.fulfill({ status: 500, json: {} }) : undefined),
  )
}

/** Everything asked for has come, fonts are there, nothing says that it loads, and motion has come to rest. */
async function settle(page: Page, { answers, isDone }: Pick<Scene, 'answers'> & { isDone: boolean }): Promise<void> {
  // Whoever waits for news at a door that is held open is never idle.
  if (answers?.by !== 'nothing') await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => {})
  await page.evaluate(() => document.fonts.ready)
  if (!answers)
    await page
      .locator('[role=status]:has-text("…"), [aria-busy=true]')
      .first()
      .waitFor({ state: 'detached', timeout: 5_000 })
      .catch(() => {})
  if (answers?.by === 'a fault') await page.getByRole('alert').first().waitFor()
  // What loads shows it only after a moment.
  await page.waitForTimeout(answers ? 1_500 : isDone ? 400 : 100)
}
