import { limits } from '#contract/limits.ts'
import { Checkbox } from '../../../ui/fields/checkbox.tsx'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { NumberField } from '../../../ui/fields/number-field.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import { mostNotice, noticeUnits, offeredReminders, type ReasonWish } from './reason-wish.ts'
import { useReasonWords } from './use-reason-words.ts'

/** How late and how early visitors book, and when they are reminded. */
export function BookingFields({ form }: { form: FormState<ReasonWish> }) {
  const words = useReasonWords().form
  const { noticeUnit, reminders } = form.values
  const { onChange } = form.field('reminders')
  const steps = { fewerLabel: words.fewer, moreLabel: words.more }
  return (
    <>
      <FieldGroup label={words.booking}>
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <div className="flex items-start gap-2">
            <NumberField
              {...form.field('noticeCount')}
              label={words.notice}
              least={0}
              most={mostNotice(noticeUnit)}
              {...steps}
            />
            <div className="mt-6.5 w-40">
              <Select
                label={words.noticeUnit}
                isLabelUnseen
                value={noticeUnit}
                onChange={form.field('noticeUnit').onChange}
                options={noticeUnits.map((id) => ({ id, label: words.units[id] }))}
              />
            </div>
          </div>
          <NumberField
            {...form.field('aheadDays')}
            label={words.aheadDays}
            least={1}
            most={limits.aheadDaysMax}
            {...steps}
          />
        </div>
        <p className="text-s text-ink-soft">{words.bookingHint}</p>
      </FieldGroup>
      <FieldGroup label={words.reminders} error={form.field('reminders').error}>
        <div className="grid grid-cols-3 gap-x-4 gap-y-1.5 phone:grid-cols-2">
          {offeredReminders(reminders).map((minutes) => (
            <Checkbox
              key={minutes}
              isSelected={reminders.includes(minutes)}
              isDisabled={!reminders.includes(minutes) && reminders.length >= limits.remindersPerReason}
              onChange={(isOn) => onChange(isOn ? [...reminders, minutes] : reminders.filter((one) => one !== minutes))}
            >
              {words.reminder(minutes)}
            </Checkbox>
          ))}
        </div>
        <p className="text-s text-ink-soft">{words.remindersMost(limits.remindersPerReason)}</p>
      </FieldGroup>
    </>
  )
}
