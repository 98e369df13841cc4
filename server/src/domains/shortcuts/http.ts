import type { Platform } from '#server/platform/platform.ts'
import { authorise, may } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { HandlersOf } from '../callers.ts'
import { listSubAccounts } from '../sub-accounts/index.ts'
import { changeShortcut, removeShortcut, restoreShortcut } from './change-shortcut.ts'
import { countUse } from './count-use.ts'
import { importShortcuts } from './import-shortcuts.ts'
import { makeShortcut } from './make-shortcut.ts'
import { forAgent } from './present.ts'
import { listBeside } from './store.ts'

type Doors =
  | 'GET /organisations/:organisationId/shortcuts'
  | 'POST /organisations/:organisationId/shortcuts'
  | 'POST /organisations/:organisationId/shortcuts/import'
  | 'PUT /organisations/:organisationId/shortcuts/:shortcutId'
  | 'DELETE /organisations/:organisationId/shortcuts/:shortcutId'
  | 'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration'
  | 'POST /organisations/:organisationId/shortcuts/:shortcutId/uses'

export const shortcutHandlers = (needs: Platform): HandlersOf<Doors> => ({
  'GET /organisations/:organisationId/shortcuts': ({ caller }) =>
    readAs(caller, needs, async (tx, reader) => {
      authorise(reader, 'shortcuts.list', null)
      const seen = (await listBeside(tx, reader)).filter((one) => may(reader, 'shortcuts.read', one))
      const mayMake = (subAccountId: Parameters<typeof forAgent>[0]['subAccountId']) =>
        may(reader, 'shortcuts.change', { agentId: null, subAccountId })
      return {
        shortcuts: seen.map((one) => forAgent(one, reader)),
        mayMake: {
          organisation: mayMake(null),
          subAccountIds: (await listSubAccounts(tx)).map(({ id }) => id).filter(mayMake),
        },
      }
    }),

  'POST /organisations/:organisationId/shortcuts': async ({ caller, body }) =>
    forAgent(await makeShortcut(caller, body, needs), caller),

  'POST /organisations/:organisationId/shortcuts/import': async ({ caller, body }) =>
    importShortcuts(caller, body, needs),

  'PUT /organisations/:organisationId/shortcuts/:shortcutId': async ({ caller, params, body }) =>
    forAgent(await changeShortcut(caller, { ...params, ...body }, needs), caller),

  'DELETE /organisations/:organisationId/shortcuts/:shortcutId': async ({ caller, params }) => {
    await removeShortcut(caller, params.shortcutId, needs)
    return {}
  },

  'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration': async ({ caller, params }) =>
    forAgent(await restoreShortcut(caller, params.shortcutId, needs), caller),

  'POST /organisations/:organisationId/shortcuts/:shortcutId/uses': async ({ caller, params }) => {
    await countUse(caller, params.shortcutId, needs)
    return {}
  },
})
