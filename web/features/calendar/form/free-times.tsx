import { Button, Group, Skeleton, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { clockOf } from '../../../ui/dates.ts'
import { clockWords, whenWords } from '../clock-words.ts'
import type { Offer } from '../refused.ts'
import type { Service } from '../types.ts'
import classes from './form.module.css'
import type { Values } from './start.ts'

const DAYS_LOOKED = 14
const MOST_SHOWN = 24
const WHY = {
  closed: 'Closed on this day.',
  full: 'Nothing is free on this day.',
  too_soon: 'Too soon for this service.',
  beyond_horizon: 'Further ahead than this service is booked.',
  trouble: 'Another calendar cannot be read just now, so that nothing is offered.',
} as const

type Face = {
  values: Pick<Values, 'date' | 'start' | 'staffId'>
  service: Service
  timeZone: string
  exceptId?: string
  onChoose: (offer: Offer) => void
}

/** What is free on the day of the form; where nothing is, why, and when something is next. */
export function FreeTimes({ values: { date, start, staffId }, service, timeZone, exceptId, onChoose }: Face) {
  const asked = { serviceId: service.id, staffId: staffId || null, from: date, days: DAYS_LOOKED, timeZone }
  const { data } = useQuery(
    trpc.appointments.slots.queryOptions(
      { ...asked, exceptId: exceptId ?? null },
      { enabled: Boolean(date), placeholderData: keepPreviousData },
    ),
  )
  if (!date) return null
  if (!data) return <Skeleton height={28} />
  const [day] = data.days
  const next = data.days.find(({ slots }) => slots.length > 0)?.slots[0]
  const offerOf = (slot: { startsAt: string; staffIds: string[] }): Offer => ({
    startsAt: Date.parse(slot.startsAt),
    staffIds: slot.staffIds,
  })
  return (
    <section aria-label="Free times">
      <Text size="xs" c="dimmed" mb={6}>
        {day?.why ? WHY[day.why] : 'Free on this day:'}
      </Text>
      <Group gap={6} className={classes.free ?? ''}>
        {day?.slots.slice(0, MOST_SHOWN).map((slot) => (
          <Button
            key={slot.startsAt}
            size="compact-sm"
            variant={clockOf(slot.startsAt, timeZone).slice(11) === start ? 'filled' : 'default'}
            onClick={() => onChoose(offerOf(slot))}
          >
            {clockWords(slot.startsAt, timeZone)}
          </Button>
        ))}
        {day?.why && next && (
          <Button size="compact-sm" variant="default" onClick={() => onChoose(offerOf(next))}>
            Next: {whenWords(next.startsAt, timeZone)}
          </Button>
        )}
      </Group>
    </section>
  )
}
