import { SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { FormFoot } from './form-foot.tsx'
import { FreeTimes } from './free-times.tsx'
import { Questions } from './questions.tsx'
import { TimeFields } from './time-fields.tsx'
import { type Face, useAppointmentForm } from './use-appointment-form.ts'
import { WhatFields } from './what-fields.tsx'
import { WhoField } from './who-field.tsx'

/** Whom and what it is for, with whom, and when; or time that is nobody's appointment. */
export function AppointmentForm(face: Face) {
  const { wish, timeZone, onDone } = face
  const { form, diary, service, isBlock, submit, choose, foot } = useAppointmentForm(face)
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!wish && (
          <SegmentedControl
            aria-label="What is to stand in the calendar"
            data={[
              { value: 'appointment', label: 'Appointment' },
              { value: 'block', label: 'Block time' },
            ]}
            {...form.getInputProps('kind')}
          />
        )}
        {!isBlock && <WhoField form={form} fixed={wish?.contactName ?? null} />}
        {(isBlock || !service) && (
          <TextInput
            label={isBlock ? 'What for' : 'Title'}
            placeholder={isBlock ? 'Team meeting' : 'Appointment'}
            maxLength={200}
            {...form.getInputProps('title')}
          />
        )}
        <WhatFields form={form} diary={diary} />
        <TimeFields form={form} />
        {!isBlock && service && <FreeTimes {...{ values: form.values, service, timeZone }} onChoose={choose} />}
        {!isBlock && service && <Questions form={form} questions={service.questions} />}
        {!isBlock && <Textarea label="Note" autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />}
        <FormFoot {...foot} {...{ isBlock, timeZone, onCancel: onDone, nameOf: diary.nameOf }} />
      </Stack>
    </form>
  )
}
