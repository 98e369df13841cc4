import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelForAgent } from '#contract/channels.ts'
import type { OrganisationId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { ChannelRouting } from '#contract/routing.ts'
import { type RoutingMode, routingModes } from '#contract/vocabulary.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Button } from '../../ui/actions/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { NumberField } from '../../ui/fields/number-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Panel } from '../../ui/layout/panel.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useLeaveWarning } from '../../ui/overlays/use-leave-warning.ts'
import { useWords } from '../../ui/words.tsx'

const routingQuery = (organisationId: OrganisationId, { id }: Pick<ChannelForAgent, 'id'>) =>
  queryOptions({
    // Below the list of channels: when that changes, this is fetched anew.
    queryKey: [...settingsKey(organisationId, 'channels'), id, 'routing'],
    queryFn: ({ signal }) =>
      api.call('GET /organisations/:organisationId/channels/:channelId/routing', {
        params: { organisationId, channelId: id },
        signal,
      }),
  })

/** How what waits on a channel finds somebody. Saved apart from the channel's form: it holds at once, for what waits already too. */
export function RoutingPanel({ channel }: { channel: ChannelForAgent }) {
  const { organisationId } = useMe()
  const { data: rule } = useQuery(routingQuery(organisationId, channel))
  return rule ? <RoutingForm channel={channel} rule={rule} /> : null
}

interface RoutingWish extends Record<string, unknown> {
  mode: RoutingMode
  offerSeconds: number | null
}

const valuesOf = ({ mode, offerSeconds }: ChannelRouting): RoutingWish => ({ mode, offerSeconds })

function RoutingForm({ channel, rule }: { channel: ChannelForAgent; rule: ChannelRouting }) {
  const { routing: all } = useWords()
  const words = all.channel
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [version, setVersion] = useState(rule.version)
  const form = useForm<RoutingWish>({
    initial: valuesOf(rule),
    check: ({ offerSeconds }) => ({
      offerSeconds:
        offerSeconds === null || offerSeconds < limits.offerSecondsMin || offerSeconds > limits.offerSecondsMax
          ? words.secondsWrong
          : undefined,
    }),
    send: (wish) => refusalOf(save(wish)),
  })
  useLeaveWarning(form.isDirty)

  async function save({ mode, offerSeconds }: RoutingWish): Promise<void> {
    const saved = await api.call('PUT /organisations/:organisationId/channels/:channelId/routing', {
      params: { organisationId, channelId: channel.id },
      body: { mode, offerSeconds: offerSeconds ?? limits.offerSecondsDefault, version },
    })
    setVersion(saved.version)
    form.reset(valuesOf(saved))
    queryClient.setQueryData(routingQuery(organisationId, channel).queryKey, saved)
    toasts.show({ text: words.saved })
  }

  const isLocked = !rule.may.change
  const mode = form.field('mode')
  return (
    <Form form={form} label={words.title}>
      <Panel title={words.title} text={words.text}>
        <ChoiceCards
          {...mode}
          label={words.label}
          options={routingModes.map((id) => ({ id, label: all.mode[id], hint: words.hint[id] }))}
          isDisabled={isLocked}
        />
        {mode.value !== 'by-hand' && (
          <NumberField
            {...form.field('offerSeconds')}
            label={words.seconds}
            hint={words.secondsHint}
            least={limits.offerSecondsMin}
            most={limits.offerSecondsMax}
            fewerLabel={words.fewer}
            moreLabel={words.more}
            isDisabled={isLocked}
          />
        )}
        {!isLocked && (
          <div className="flex justify-end">
            <Button type="submit" isBusy={form.state === 'busy'} isDisabled={!form.isDirty}>
              {words.save}
            </Button>
          </div>
        )}
      </Panel>
    </Form>
  )
}
