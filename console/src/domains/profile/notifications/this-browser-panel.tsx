import { Volume2 } from 'lucide-react'
import { playChime } from '../../../live/notifications/chime.ts'
import {
  askForNotifications,
  keptNotifications,
  keptSound,
  useNotificationLeave,
} from '../../../live/notifications/of-this-browser.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import { useKept } from '../../../ui/kept.ts'
import { Panel } from '../../../ui/layout/panel.tsx'
import { useWords } from '../../../ui/words.tsx'
import { PushPart } from './push-part.tsx'

/** How this browser calls somebody: by a sound, by notifications of the system, and by those when no page is open. */
export function ThisBrowserPanel() {
  const words = useWords().profile.notifications
  const [sound, chooseSound] = useKept(keptSound)
  const [notifications, chooseNotifications] = useKept(keptNotifications)
  const leave = useNotificationLeave()

  const switchNotifications = async (isOn: boolean) => {
    const isGiven = isOn && (await askForNotifications()) === 'given'
    chooseNotifications(isGiven ? 'on' : 'off')
  }
  return (
    <Panel title={words.title} text={words.text}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Switch
          label={words.sound}
          hint={words.soundHint}
          isOn={sound === 'on'}
          onChange={(isOn) => chooseSound(isOn ? 'on' : 'off')}
        />
        <Button size="small" icon={Volume2} onPress={() => void playChime()}>
          {words.tryIt}
        </Button>
      </div>
      <Switch
        label={words.desktop}
        hint={leave === 'blocked' || leave === 'unsupported' ? words[leave] : words.desktopHint}
        isOn={notifications === 'on' && leave === 'given'}
        isDisabled={leave === 'blocked' || leave === 'unsupported'}
        onChange={(isOn) => void switchNotifications(isOn)}
      />
      <PushPart />
    </Panel>
  )
}
