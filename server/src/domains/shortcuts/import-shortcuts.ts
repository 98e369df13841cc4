import type { ImportShortcuts, ShortcutsImported } from '#contract/shortcuts.ts'
import { authorise } from '../access/index.ts'
import { holdActor } from '../agents/index.ts'
import type { Actor } from '../callers.ts'
import { changesBetween, recordDeed } from '../journal/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { shortcutsChanged } from '../settings-changed.ts'
import { newShortcut, ownerOf, type ShortcutNeeds, subAccountOf } from './make-shortcut.ts'
import { asTarget, inWords, refuseMore, refuseUnknownVariable, type Shortcut } from './shortcut.ts'
import { insertShortcut, listOf, saveShortcut } from './store.ts'

/**
 * Takes a whole file of shortcuts over for one owner, in one transaction: what is new is made, what is in use under the same word
 * takes over the texts or stays, as was chosen. The same file again changes nothing. Each one that is shared is journalled by itself.
 *
 * @refuses request.not-found | access.refused | access.inactive | shortcuts.variable-unknown, with the place in the file
 *   | shortcuts.too-many | sub-accounts.required | sub-accounts.not-allowed
 */
export async function importShortcuts(
  by: Actor,
  { shortcuts, known, ...wish }: ImportShortcuts,
  needs: ShortcutNeeds,
): Promise<ShortcutsImported> {
  const { database, events, clock } = needs
  return database.transaction(by.organisationId, async (tx) => {
    await lockOrganisation(tx)
    const actor = await holdActor(tx, by)
    const owner = ownerOf(actor, wish)
    authorise(actor, 'shortcuts.change', owner)
    const subAccount = await subAccountOf(tx, owner)
    for (const [index, { texts }] of shortcuts.entries()) refuseUnknownVariable(texts, `shortcuts.${index}.texts`)

    const inUse = await listOf(tx, owner)
    const byKey = new Map(inUse.map((one) => [one.key, one]))
    const fresh = shortcuts.filter(({ key }) => !byKey.has(key)).map((written) => newShortcut(owner, written, needs))
    const other = shortcuts.flatMap(({ key, texts }) => {
      const earlier = byKey.get(key)
      return earlier && !isSame(earlier, texts) ? { earlier, next: { ...earlier, texts } } : []
    })
    const changing = known === 'change' ? other : []
    refuseMore(inUse, fresh.length)

    for (const shortcut of fresh) {
      await insertShortcut(tx, shortcut, clock.now())
      const after = { ...inWords(shortcut), ...(subAccount && { subAccount: subAccount.name }) }
      if (owner.agentId === null)
        recordDeed(tx, actor, { act: 'shortcuts.made', target: asTarget(shortcut), after }, needs)
    }
    for (const { earlier, next } of changing) {
      await saveShortcut(tx, { ...next, version: earlier.version + 1 })
      const changes = changesBetween(inWords(earlier), inWords(next))
      if (owner.agentId === null)
        recordDeed(tx, actor, { act: 'shortcuts.changed', target: asTarget(next), ...changes }, needs)
    }
    if (fresh.length + changing.length > 0) events.append(tx, shortcutsChanged(owner))
    return {
      made: fresh.length,
      changed: changing.length,
      same: shortcuts.length - fresh.length - other.length,
      kept: other.length - changing.length,
    }
  })
}

/** In the order in which they stand: the first is the fallback. */
const isSame = (earlier: Shortcut, texts: Shortcut['texts']): boolean =>
  earlier.texts.length === texts.length &&
  earlier.texts.every(({ language, text }, index) => {
    const other = texts[index]
    return other?.language === language && other.text === text
  })
