import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { ConversationId } from '#contract/ids.ts'
import { isTold } from '#contract/quiet-hours.ts'
import type { NotificationWay } from '#contract/vocabulary.ts'
import type { ConsoleWords } from '#words/console.ts'
import { playChime } from '../../../live/notifications/chime.ts'
import { clearNotifications, notifyDesktop } from '../../../live/notifications/desktop-notification.ts'
import { keptNotifications, keptSound } from '../../../live/notifications/of-this-browser.ts'
import { renewPush } from '../../../live/notifications/push.ts'
import { onNotificationOpened, registerServiceWorker } from '../../../live/notifications/service-worker.ts'
import { notificationsQuery } from '../../../live/notifications/settings.ts'
import { onceAmongTabs } from '../../../live/once-among-tabs.ts'
import { useMe } from '../../../live/session.ts'
import { useLive } from '../../../live/use-live.tsx'
import { isWatched } from '../../../live/watched.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { wishFocus } from '../thread/thread-focus.ts'
import { visitorName } from '../visitor-name.ts'
import { type Alert, alertsBetween, loudness, settledBetween } from './alerts.ts'

/** Calls the agent, on whatever page they are, by sound and by notifications of the system. Draws nothing. */
export function ConversationAlerts() {
  const live = useLive()
  const { availability, organisationId } = useMe()
  const told = useQuery(notificationsQuery(organisationId)).data
  const { conversationId } = useParams({ strict: false })
  const { words: all, locale } = useSpeech()
  const words = all.conversations
  const navigate = useNavigate()

  const call = (alert: Alert) => {
    const { conversation } = alert
    const { sound, desktop } = loudness(alert, {
      isWatching: isWatched(),
      openedId: conversationId ?? null,
      availability,
    })
    const isWanted = (way: NotificationWay) =>
      told === undefined || isTold(told.settings, { kind: alert.kind, way, now: new Date() })
    const name = visitorName(conversation.visitor, words)
    onceAmongTabs(`comptoir.alert.${conversation.id}.${conversation.version}`, () => {
      if (sound && keptSound.read() === 'on' && isWanted('sound')) void playChime()
      if (!desktop || keptNotifications.read() === 'off' || !isWanted('desktop')) return
      void notifyDesktop({
        title: words.notification[alert.kind](name),
        body: lastWords(conversation, words.files),
        tag: conversation.id,
        locale,
        path: `/conversations/${conversation.id}?organisation=${organisationId}`,
        onOpen: () => {
          wishFocus(conversation.id)
          void navigate({ to: '/conversations/$conversationId', params: { conversationId: conversation.id } })
        },
      })
    })
  }
  const latest = useRef(call)
  useEffect(() => {
    latest.current = call
  })

  useEffect(() => {
    let before = live.known.read()
    return live.known.subscribe(() => {
      const after = live.known.read()
      if (before && after) {
        for (const alert of alertsBetween(before, after, live.agentId)) latest.current(alert)
        const settled = settledBetween(before, after, live.agentId)
        if (settled.length > 0) void clearNotifications(settled)
      }
      before = after
    })
  }, [live])

  useEffect(
    () =>
      live.mentioned.subscribe(() => {
        const conversation = live.known.read()?.conversations.get(live.mentioned.read()?.conversationId ?? nowhere)
        if (conversation) latest.current({ kind: 'mention', conversation })
      }),
    [live],
  )

  useEffect(() => void registerServiceWorker(), [])
  const pushKey = told?.pushKey
  useEffect(() => {
    // Fail open: without it nothing is pushed, and the next page that opens tries again.
    if (pushKey) renewPush(organisationId, pushKey).catch(() => {})
  }, [organisationId, pushKey])
  useEffect(() => onNotificationOpened((path) => void navigate({ href: path })), [navigate])
  return null
}

/** The last words, or what came without any. */
function lastWords({ lastMessage }: ConversationForAgent, words: ConsoleWords['conversations']['files']): string {
  if (!lastMessage) return ''
  const { text, files } = lastMessage
  return text || (files ? words.line(files.count, files.first) : '')
}

/** The id of no conversation. */
const nowhere = '' as ConversationId
