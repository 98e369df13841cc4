import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { CalendarForAgent } from '#contract/appointments/openings.ts'
import { limits } from '#contract/limits.ts'
import { api } from '../../../live/api.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { ComboBox } from '../../../ui/fields/combo-box.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../../ui/fields/use-form.ts'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { changeOf, isAddress, noHolidays, type SettingsDraft, settingsDraft } from './calendar-settings.ts'
import { OutsideOfOther, OutsideState } from './outside-state.tsx'
import { agentCalendarQuery, holidayPlacesQuery } from './queries.ts'
import { useOpeningWords } from './use-opening-words.ts'

interface CalendarSettingsPartProps {
  calendar: CalendarForAgent
  isOwn: boolean
  onDirty: (isDirty: boolean) => void
}

/** Whose clocks and holidays somebody goes by, and where else it is written when they are busy. */
export function CalendarSettingsPart({ calendar, isOwn, onDirty }: CalendarSettingsPartProps) {
  const openings = useOpeningWords()
  const { ui } = useWords()
  const words = openings.settings
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const query = agentCalendarQuery(organisationId, calendar.agentId)
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(calendar)
  const [isOvertaken, setOvertaken] = useState(false)
  const form = useForm<SettingsDraft>({
    initial: settingsDraft(calendar),
    check: ({ outsideUrl }) => ({
      outsideUrl: outsideUrl.trim() === '' || isAddress(outsideUrl) ? undefined : words.needUrl,
    }),
    send,
  })
  const isDirty = form.isDirty && form.state !== 'done'
  // Whatever was saved, here or elsewhere: where nothing is chosen over it, the form goes along.
  if (calendar.version > began.version && !form.isDirty && form.state !== 'busy') beginFrom(calendar)
  useEffect(() => {
    onDirty(isDirty)
    return () => onDirty(false)
  }, [isDirty, onDirty])

  function beginFrom(fresh: CalendarForAgent): void {
    setBegan(fresh)
    setOvertaken(false)
    form.reset(settingsDraft(fresh))
  }

  async function send(draft: SettingsDraft): Promise<FormRefusal | null> {
    try {
      const saved = await api.call('PUT /organisations/:organisationId/agents/:agentId/calendar', {
        params: { organisationId, agentId: calendar.agentId },
        body: changeOf(draft, { began, isOwn }),
      })
      toasts.show({ text: words.saved })
      setBegan(saved)
      queryClient.setQueryData(query.queryKey, saved)
      return null
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.code === 'calendars.changed-meanwhile') setOvertaken(true)
      return {
        message: error.message,
        field: error.code === 'calendars.address-refused' ? 'outsideUrl' : error.field,
      }
    }
  }

  const seeTheirs = async () => beginFrom(await queryClient.fetchQuery({ ...query, staleTime: 0 }))
  const isLocked = !calendar.may.change
  return (
    <Form form={form} label={words.title}>
      {isOvertaken && (
        <Notice
          kind="amber"
          actions={<Button onPress={() => void seeTheirs()}>{words.changedMeanwhile.reload}</Button>}
        >
          {words.changedMeanwhile.text}
        </Notice>
      )}
      <h3 className="text-l font-semibold tracking-tight">{words.title}</h3>
      <ZoneField {...form.field('zone')} isDisabled={isLocked} />
      <HolidaysField {...form.field('holidays')} isDisabled={isLocked} />
      <div className="mt-4 grid gap-1">
        <h3 className="text-l font-semibold tracking-tight">{words.outside}</h3>
        <p className="text-ink-soft">{words.outsideText}</p>
      </div>
      {isOwn ? (
        <>
          <TextField
            {...form.field('outsideUrl')}
            label={words.outsideUrl}
            isOptional
            hint={words.outsideHint}
            inputMode="url"
            spellCheck="false"
            autoComplete="off"
            maxLength={limits.urlLength}
          />
          <OutsideState outside={calendar.outside} />
        </>
      ) : (
        <OutsideOfOther calendar={calendar} />
      )}
      {!isLocked && (
        <div className="flex justify-end gap-2">
          <Button onPress={() => form.reset(settingsDraft(began))} isDisabled={!form.isDirty}>
            {ui.cancel}
          </Button>
          <Button type="submit" kind="main" isBusy={form.state === 'busy'} isDisabled={!form.isDirty}>
            {ui.save}
          </Button>
        </div>
      )}
    </Form>
  )
}

interface FieldProps {
  value: string
  onChange: (value: string) => void
  error: string | null
  isDisabled: boolean
}

/** Every zone the browser knows by name; a saved one it does not know stays a choice. */
const zones = Intl.supportedValuesOf('timeZone')

function ZoneField({ value, onChange, error, isDisabled }: FieldProps) {
  const words = useOpeningWords().settings
  const options = (zones.includes(value) ? zones : [value, ...zones]).map((zone) => ({
    id: zone,
    label: zone.replaceAll('_', ' '),
  }))
  return (
    <ComboBox
      key={value}
      label={words.zone}
      hint={words.zoneHint}
      options={options}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      error={error}
      isDisabled={isDisabled}
    />
  )
}

function HolidaysField({ value, onChange, error, isDisabled }: FieldProps) {
  const words = useOpeningWords().settings
  const { organisationId } = useMe()
  const places = useQuery(holidayPlacesQuery(organisationId)).data?.places ?? []
  const options = [
    { id: noHolidays, label: words.noHolidays },
    ...places.map(({ place, name }) => ({ id: place, label: name })),
    // Before the list is there, and where it no longer has it.
    ...(value !== noHolidays && !places.some(({ place }) => place === value) ? [{ id: value, label: value }] : []),
  ]
  return (
    <ComboBox
      // It reads its list once.
      key={`${places.length} ${value}`}
      label={words.holidays}
      hint={words.holidaysHint}
      options={options}
      value={value}
      onChange={(place) => place && onChange(place)}
      error={error}
      isDisabled={isDisabled}
    />
  )
}
