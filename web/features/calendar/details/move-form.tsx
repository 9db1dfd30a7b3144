import { NativeSelect, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { clockOf } from '../../../ui/dates.ts'
import { FormButtons } from '../../../ui/form-buttons.tsx'
import { FreeTimes } from '../form/free-times.tsx'
import { laterClock, lengthOf, timesOf, type Values, valuesOf } from '../form/start.ts'
import { TimeFields } from '../form/time-fields.tsx'
import { useJudge } from '../grid/use-judge.ts'
import type { Offer } from '../refused.ts'
import { RefusedMove } from '../refused-move.tsx'
import type { Timed } from '../types.ts'
import { isForCustomersOnly, useMove } from '../use-move.ts'
import type { OfficeDiary } from '../use-office-diary.ts'

type Face = { appointment: Timed; diary: OfficeDiary; timeZone: string; onClose: () => void }
const NOTHING_KNOWN: Timed[] = []

/** Another time, length or person. */
export function MoveForm({ appointment, diary, timeZone, onClose }: Face) {
  const { id, staffIds, startsAt, endsAt, resourceIds } = appointment
  const start = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), staffIds: [...staffIds] }
  const form = useForm<Values>({
    initialValues: valuesOf({ start, wish: null, on: '', now: start.startsAt, timeZone, services: [] }),
    validate: {
      date: (date) => (date ? null : 'Please choose a day.'),
      start: (at) => (at ? null : 'Please say when.'),
    },
  })
  const { move, refused, forget } = useMove()
  const judge = useJudge(diary, NOTHING_KNOWN, timeZone)
  const service = diary.serviceOf(appointment.serviceId)
  const isOne = service?.needs !== 'all' && staffIds.length <= 1
  const able = diary.staff.filter((person) => !service || service.staffIds.includes(person.id))
  const submit = form.onSubmit((values) => {
    const times = timesOf(values, timeZone)
    const to = { startsAt: Date.parse(times.startsAt), endsAt: Date.parse(times.endsAt) }
    const people = isOne ? (values.staffId ? [values.staffId] : []) : staffIds
    const isClear = judge({ ...to, staffIds: people, resourceIds }, null).problem === null
    move({ appointment, ...to, staffIds: people, override: isForCustomersOnly(service, isClear), timeZone })
  })
  const choose = ({ startsAt: at, staffIds: free }: Offer) => {
    const clock = clockOf(new Date(at).toISOString(), timeZone)
    const { staffId } = form.values
    form.setValues({
      ...{
        date: clock.slice(0, 10),
        start: clock.slice(11),
        until: laterClock(clock.slice(11), lengthOf(form.values)),
      },
      staffId: isOne && !free.includes(staffId) ? (free[0] ?? '') : staffId,
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TimeFields form={form} />
        {isOne && (
          <NativeSelect
            label="With"
            data={able.map(({ id: value, name }) => ({ value, label: name }))}
            {...form.getInputProps('staffId')}
          />
        )}
        {service && <FreeTimes values={form.values} {...{ service, timeZone }} exceptId={id} onChoose={choose} />}
        <FormButtons submit="Move it" pending={false} onCancel={onClose} />
      </Stack>
      {refused && <RefusedMove refused={refused} nameOf={diary.nameOf} onMove={move} onClose={forget} />}
    </form>
  )
}
