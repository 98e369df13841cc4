import type { NotificationSettings } from '#contract/notifications.ts'
import { type NotificationKind, notificationKinds, notificationWays } from '#contract/vocabulary.ts'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { Panel } from '../../../ui/layout/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { QuietHoursPart } from './quiet-hours-part.tsx'
import { useSettings } from './use-settings.ts'

/** What one is told, by which ways, and when not: the same in every browser. */
export function KindsPanel() {
  const words = useWords().profile.notifications
  const { known, save, isSaved } = useSettings()
  const settings = known.data?.settings
  return (
    <Panel title={words.kindsTitle} text={words.kindsText}>
      {known.isPending && <SkeletonRows count={notificationKinds.length} className="" />}
      {known.isError && <ErrorState onRetry={() => void known.refetch()} isRetrying={known.isFetching} />}
      {settings && (
        <>
          <Kinds settings={settings} onChange={save} />
          <QuietHoursPart settings={settings} onChange={save} />
        </>
      )}
      <p role="status" className="min-h-5 text-xs text-ink-soft">
        {isSaved && words.saved}
      </p>
    </Panel>
  )
}

interface KindsProps {
  settings: NotificationSettings
  onChange: (settings: NotificationSettings) => void
}

function Kinds({ settings, onChange }: KindsProps) {
  const words = useWords().profile.notifications
  const change = (kind: NotificationKind, ways: NotificationSettings['ways'][NotificationKind]) =>
    onChange({ ...settings, ways: { ...settings.ways, [kind]: ways } })
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="text-left text-xs text-ink-soft">
          <th scope="col" className="pb-2 font-medium">
            {words.kind}
          </th>
          {notificationWays.map((way) => (
            <th key={way} scope="col" className="w-20 pb-2 text-center font-medium phone:w-14">
              {words.ways[way]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-t border-line">
        {notificationKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row" className="py-2 pr-3 text-left text-s font-normal">
              {words.kinds[kind]}
            </th>
            {notificationWays.map((way) => (
              <td key={way} className="py-2">
                <span className="grid justify-items-center">
                  <Checkbox
                    isSelected={settings.ways[kind][way]}
                    onChange={(isOn) => change(kind, { ...settings.ways[kind], [way]: isOn })}
                  >
                    <span className="sr-only">{words.cell(words.kinds[kind], words.ways[way])}</span>
                  </Checkbox>
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
