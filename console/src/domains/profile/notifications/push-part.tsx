import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Send, Smartphone, X } from 'lucide-react'
import { useState } from 'react'
import type { PushSubscriptionForOwner } from '#contract/notifications.ts'
import { api } from '../../../live/api.ts'
import { askForNotifications, useNotificationLeave } from '../../../live/notifications/of-this-browser.ts'
import { canBePushedTo, isPushedTo, subscribeToPush, unsubscribeFromPush } from '../../../live/notifications/push.ts'
import { notificationsQuery } from '../../../live/notifications/settings.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { browserName } from '../../../ui/browser-name.ts'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'

/** Being told though no page is open: this browser, a trial of it, and the other browsers of the same person. */
export function PushPart() {
  const words = useWords().profile.notifications.push
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const known = useQuery(notificationsQuery(organisationId))
  const here = useQuery({ queryKey: ['pushed-to'], queryFn: isPushedTo, staleTime: 0 })
  const leave = useNotificationLeave()
  const [isBusy, setBusy] = useState(false)
  const subscriptions = known.data?.subscriptions ?? []
  const own = here.data ? subscriptions.find(({ isOfThisBrowser }) => isOfThisBrowser) : undefined
  const isImpossible = !canBePushedTo() || leave === 'blocked' || leave === 'unsupported'

  const doing = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      // A browser without a push service of its own says so by a fault.
      sayRefusal(error, error instanceof DOMException ? words.refusedByBrowser : words.notDone)
    }
    await Promise.all([here.refetch(), queryClient.invalidateQueries({ queryKey: ['notifications'] })])
    setBusy(false)
  }
  const turnOn = async () => {
    if ((await askForNotifications()) === 'given' && known.data)
      await subscribeToPush(organisationId, known.data.pushKey)
  }
  const remove = ({ id, isOfThisBrowser }: PushSubscriptionForOwner) =>
    doing(async () => {
      if (isOfThisBrowser) await unsubscribeFromPush()
      await api.call('DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId', {
        params: { organisationId, subscriptionId: id },
      })
    })
  const tryOut = ({ id }: PushSubscriptionForOwner) =>
    doing(async () => {
      await api.call('POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial', {
        params: { organisationId, subscriptionId: id },
      })
      toasts.show({ text: words.tried })
    })

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Switch
          label={words.label}
          hint={canBePushedTo() ? words.hint : words.unsupported}
          isOn={own !== undefined}
          isBusy={isBusy}
          isDisabled={isImpossible || known.data === undefined}
          onChange={(isOn) => void (isOn ? doing(turnOn) : own && remove(own))}
        />
        {own && (
          <Button size="small" icon={Send} isDisabled={isBusy} onPress={() => void tryOut(own)}>
            {words.tryIt}
          </Button>
        )}
      </div>
      {subscriptions.length > 0 && (
        <div className="grid gap-1">
          <h3 className="text-s font-medium">{words.browsers}</h3>
          <ul className="grid divide-y divide-line">
            {subscriptions.map((one) => (
              <SubscriptionRow
                key={one.id}
                subscription={one}
                isHere={one.id === own?.id}
                onRemove={() => void remove(one)}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

interface SubscriptionRowProps {
  subscription: PushSubscriptionForOwner
  isHere: boolean
  onRemove: () => void
}

function SubscriptionRow({ subscription, isHere, onRemove }: SubscriptionRowProps) {
  const all = useWords().profile
  const words = all.notifications.push
  const browser = browserName(subscription.userAgent)
  const name = browser ? all.sessions.on(browser.browser, browser.system) : all.sessions.unknownBrowser
  return (
    <li className="flex items-center gap-3 py-2">
      <Icon of={Smartphone} className="text-ink-soft" />
      <div className="grid min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2">
          {name}
          {isHere && <Pill kind="green">{words.thisBrowser}</Pill>}
        </span>
        <span className="text-s text-ink-soft">
          {words.since} <RelativeTime at={subscription.createdAt} />
        </span>
      </div>
      <IconButton icon={X} label={words.remove(name)} onPress={onRemove} />
    </li>
  )
}
