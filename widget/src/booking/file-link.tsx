/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { AppointmentForVisitor } from '#contract/appointments/booking.ts'
import type { BookingWords } from '#words/booking.ts'
import { calendarFile } from './calendar-file.ts'

interface Props {
  appointment: AppointmentForVisitor
  /** Where Comptoir is. */
  origin: string
  words: BookingWords
}

/** The appointment, for the visitor's own calendar. */
export function FileLink({ appointment, origin, words }: Props) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const text = calendarFile(appointment, new URL(origin).hostname, new Date())
    const made = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [appointment, origin])
  return (
    <a class="other" href={address} download={words.fileName}>
      {words.file}
    </a>
  )
}
