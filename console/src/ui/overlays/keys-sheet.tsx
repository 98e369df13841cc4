import { Switch } from '../fields/switch.tsx'
import { useKept } from '../kept.ts'
import { type Hotkey, singleKeys, useHotkeys } from '../keyboard/hotkeys.ts'
import { Kbd } from '../keyboard/kbd.tsx'
import { useWords } from '../words.tsx'
import { Dialog } from './dialog.tsx'

/** The shortcuts that work on this page, and the switch that turns single keys off. */
export function KeysSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords().ui.keys
  const hotkeys = useHotkeys()
  const [single, setSingle] = useKept(singleKeys)
  const titles = [...new Set(hotkeys.map(({ group }) => group ?? ''))]
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={words.title}
      footer={
        <div className="mr-auto">
          <Switch
            label={words.singleKeys}
            hint={words.singleKeysHint}
            isOn={single === 'on'}
            onChange={(isOn) => setSingle(isOn ? 'on' : 'off')}
          />
        </div>
      }
    >
      <div className="grid gap-5">
        {titles.map((title) => (
          <section key={title}>
            <h3 className="mb-1 text-s font-semibold">{title}</h3>
            <dl>
              {once(hotkeys.filter(({ group = '' }) => group === title)).map(({ label, keys }) => (
                <div key={label} className="flex min-h-8.5 items-center gap-4 border-b border-line py-1">
                  <dt className="flex-1">{label}</dt>
                  <dd className="flex items-center gap-2">
                    {keys.map((each, index) => (
                      <span key={each} className="flex items-center gap-2">
                        {index > 0 && <span className="text-xs text-ink-soft">{words.or}</span>}
                        <Kbd keys={each} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** Several keys for one act stand on one line. */
function once(hotkeys: readonly Hotkey[]): { label: string; keys: string[] }[] {
  const lines = new Map<string, string[]>()
  for (const { label = '', keys } of hotkeys) lines.set(label, [...new Set([...(lines.get(label) ?? []), keys])])
  return [...lines].map(([label, keys]) => ({ label, keys }))
}
