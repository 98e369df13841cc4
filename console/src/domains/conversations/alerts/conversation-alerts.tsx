import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { keptNotifications, keptSound } from '../../../live/alert-settings.ts'
import { playChime } from '../../../live/chime.ts'
import { notifyDesktop } from '../../../live/desktop-notification.ts'
import { onceAmongTabs } from '../../../live/once-among-tabs.ts'
import { useMe } from '../../../live/session.ts'
import { useLive } from '../../../live/use-live.tsx'
import { isWatched } from '../../../live/watched.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { wishFocus } from '../thread/thread-focus.ts'
import { visitorName } from '../visitor-name.ts'
import { type Alert, alertsBetween, loudness } from './alerts.ts'

/** Calls the agent, on whatever page they are, by sound and by notifications of the system. Draws nothing. */
export function ConversationAlerts() {
  const live = useLive()
  const { availability } = useMe()
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
    const name = visitorName(conversation.visitor, words)
    onceAmongTabs(`comptoir.alert.${conversation.id}.${conversation.version}`, () => {
      if (sound && keptSound.read() === 'on') void playChime()
      if (!desktop || keptNotifications.read() === 'off') return
      notifyDesktop({
        title: alert.kind === 'waiting' ? words.notification.newConversation : words.notification.message(name),
        body: conversation.lastMessage?.text ?? '',
        tag: conversation.id,
        locale,
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
      if (before && after) for (const alert of alertsBetween(before, after, live.agentId)) latest.current(alert)
      before = after
    })
  }, [live])
  return null
}
