import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { server } from '../../../api.ts'
import { whenWords } from '../clock-words.ts'
import { type Refused, refusedOf } from '../refused.ts'
import type { Service } from '../types.ts'
import { useAppointmentSteps } from '../use-appointment-steps.ts'
import { lengthOf, timesOf, type Values } from './start.ts'

type Asked = { values: Values; override: boolean }
type Face = {
  wishId: string | null
  timeZone: string
  serviceOf: (id: string | null) => Service | null
  onDone: () => void
}

/** Books what a form says, or blocks the time. One form is one request, however often it is sent. */
export function useBook({ wishId, timeZone, serviceOf, onDone }: Face) {
  const { told, refresh } = useAppointmentSteps()
  const [key] = useState(() => crypto.randomUUID())
  // Somebody new is written down once, also when the time is refused at first.
  const [made, setMade] = useState<string | null>(null)
  const contactOf = async ({ contactId, isNew, name, email, phone }: Values) => {
    if (!isNew) return contactId
    if (made) return made
    const { id } = await server.contacts.create.mutate({
      name,
      email: email.trim() || null,
      phone: phone.trim() || null,
    })
    setMade(id)
    return id
  }
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ values, override }: Asked) => {
      if (values.kind === 'block') return server.appointments.block.mutate({ key, ...blockOf(values, timeZone) })
      const service = serviceOf(values.serviceId)
      const contactId = await contactOf(values)
      const request = { ...bookingOf(values, service, timeZone), override, contactId, wishId }
      return server.appointments.book.mutate({ key, ...request })
    },
    onSuccess: (decided, { values }) => {
      onDone()
      const when = whenWords(decided.startsAt, timeZone)
      told(values.kind === 'block' ? `Blocked from ${when}.` : `Booked for ${when}.`, decided)
    },
    onSettled: refresh,
  })
  const refused: Refused | null = error ? refusedOf(error) : null
  return { book: mutate, booking: isPending, refused }
}

const staffOf = ({ staffId }: Values) => (staffId ? [staffId] : [])

function bookingOf(values: Values, service: Service | null, timeZone: string) {
  const { startsAt, endsAt } = timesOf(values, timeZone)
  const isUsual = service !== null && lengthOf(values) === service.lengthMinutes
  const answers = (service?.questions ?? []).flatMap(({ key }) => {
    const text = values.answers[key]?.trim()
    return text ? [{ key, text }] : []
  })
  return {
    ...{ serviceId: service?.id ?? null, staffIds: staffOf(values), startsAt, timeZone, answers },
    endsAt: isUsual ? null : endsAt,
    resourceIds: service ? [] : values.resourceIds,
    title: values.title.trim() || null,
    note: values.note.trim() || null,
  }
}

function blockOf(values: Values, timeZone: string) {
  const { resourceIds, title } = values
  return { ...timesOf(values, timeZone), staffIds: staffOf(values), resourceIds, title: title.trim() }
}
