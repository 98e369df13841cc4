import { modules, permissions, type Role, roleModels, roles } from '#contract/vocabulary.ts'
import { type Act, acts, may, type Things } from '#server/domains/access/decide.ts'
import type { Actor } from '#server/domains/callers.ts'
import { anActor } from '#server/testing/an-actor.ts'
import { here, oneself, rulesInWords } from './rules-in-words.ts'

/** The parts of docs/access.md that come from the code, by the names they are marked with. */
export const drawParts = (): Record<string, string> => ({
  permissions: drawPermissions(),
  modules: drawModules(),
  acts: drawActs(),
  activity: drawActivity(),
})

/** The page with those parts drawn anew. @throws when a part has no place in it */
export function drawnInto(page: string): string {
  let drawn = page
  for (const [name, part] of Object.entries(drawParts())) {
    const place = new RegExp(`(<!-- ${name}: [^>]*-->\\n)[\\s\\S]*?(<!-- \\/${name} -->)`)
    if (!place.test(drawn)) throw new Error(`docs/access.md has no place for ${name}`)
    drawn = drawn.replace(place, (_, begin: string, end: string) => `${begin}\n${part}\n\n${end}`)
  }
  return drawn
}

/** Somebody of each role as it is from the start; managers and agents belong to the sub-account `here`. */
const somebodyAs = (role: Role, active = true): Actor =>
  anActor({
    role,
    active,
    agentId: oneself,
    subAccountId: roleModels[role].scope === 'organisation' ? null : here,
  })

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const drawPermissions = () =>
  table(
    ['permission', ...roles],
    permissions.map((permission) => [
      `\`${permission}\``,
      ...roles.map((role) => {
        if (!roleModels[role].permissions.includes(permission)) return '–'
        return roleModels[role].scope === 'organisation' ? 'everywhere' : 'in their sub-account'
      }),
    ]),
  )

const drawModules = () =>
  table(
    ['module', ...roles],
    modules.map((module) => [
      module,
      ...roles.map((role) => {
        const { modules: held, choosesModules } = roleModels[role]
        if (!choosesModules) return held.includes(module) ? 'always' : '–'
        return held.includes(module) ? 'proposed' : 'can be granted'
      }),
    ]),
  )

function drawActs(): string {
  const drawn = acts.map((name) => {
    const act = name as Act
    const { rule } = rulesInWords[act]
    return `**\`${act}\`** ${rule}\n\n${drawAct(act)}`
  })
  return drawn.join('\n\n')
}

function drawAct<A extends Act>(act: A): string {
  const { tried } = rulesInWords[act]
  return table(
    [' ', ...roles],
    tried.map(([on, thing]) => [on || ' ', ...roles.map((role) => verdictOf(role, act, thing))]),
  )
}

function verdictOf<A extends Act>(role: Role, act: A, thing: Things[A]): string {
  const [active, inactive] = [may(somebodyAs(role), act, thing), may(somebodyAs(role, false), act, thing)]
  if (active === inactive) return active ? 'yes' : 'no'
  return active ? 'while active' : 'while inactive'
}

/** The table of product.md, cell by cell, from what is decided. */
function drawActivity(): string {
  const rows = (['administrator', 'agent'] as const).flatMap((role) =>
    [true, false].map((active) => {
      const actor = somebodyAs(role, active)
      const asks = <A extends Act>(act: A, thing: Things[A]) => may(actor, act, thing)
      const all = asks('conversations.read', rulesInWords['conversations.read'].tried[4]?.[1] ?? neverDrawn())
      const some = asks('conversations.read', rulesInWords['conversations.read'].tried[0]?.[1] ?? neverDrawn())
      const amongVisitors = (['visitors', 'recordings'] as const).every((module) => asks('modules.open', { module }))
      const ownFigures = asks('statistics.read', { of: 'oneself' })
      return [
        `${role === 'administrator' ? 'full' : 'limited'}, ${active ? 'active' : 'inactive'}`,
        asks('conversations.take-part', null) ? 'yes' : 'no',
        all ? 'all' : some ? 'within reach' : 'no',
        amongVisitors ? (role === 'administrator' ? 'yes' : 'as granted') : 'no',
        asks('statistics.read', { of: 'organisation' }) ? 'all' : ownFigures ? 'own' : 'no',
        (['organisation.rename', 'agents.list', 'billing.change'] as const).every((act) => asks(act, null))
          ? 'yes'
          : 'no',
      ]
    }),
  )
  return table(
    [
      '',
      'talk to visitors',
      'read conversations',
      'visitors, recordings',
      'statistics',
      'organisation, agents, billing',
    ],
    rows,
  )
}

function neverDrawn(): never {
  throw new Error('nothing to try it on')
}
