import { registerHooks } from 'node:module'

/** What of the application's table is put aside: each place in its source, and what stands there instead. */
const aside: Record<string, readonly (readonly [was: string, is: string])[]> = {
  '/domains/access/decide.ts': [['=> rules[act](actor, thing)', '=> (void rules, actor, act, thing, allowed)']],
  '/domains/access/reach.ts': [
    ['function reachOf(actor: Actor): Clause[] {', 'function reachOf(actor: Actor): Clause[] { if (actor) return [{}]'],
    ["(actor.role !== 'agent' || isFor(actor, conversation))", '(isFor, true)'],
  ],
}

/**
 * From here on the product is loaded without its third wall: whatever is asked of `access` is allowed. For tests alone, and only
 * for what is imported afterwards: there is no such switch in the product.
 */
export function loadWithoutChecks(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      const changes = Object.entries(aside).find(([file]) => url.endsWith(file))?.[1]
      if (!changes) return loaded
      let source = String(loaded.source)
      for (const [was, is] of changes) {
        if (!source.includes(was)) throw new Error(`${url} no longer says: ${was}`)
        source = source.replace(was, is)
      }
      return { ...loaded, source }
    },
  })
}
