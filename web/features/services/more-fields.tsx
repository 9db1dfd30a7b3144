import { Group, NumberInput, Stack } from '@mantine/core'
import { DurationField } from './duration-field.tsx'
import { NeedsFields } from './needs-fields.tsx'
import { QuestionFields } from './question-fields.tsx'
import type { ServiceForm } from './service-form.ts'
import classes from './services.module.css'

/** What few services need: kept out of sight until it is asked for, or has something wrong in it. */
export function MoreFields({ form, isOpen }: { form: ServiceForm; isOpen: boolean }) {
  return (
    <>
      <details className={classes.more} open={isOpen}>
        <summary>When it can be booked</summary>
        <Stack gap="md" mt="sm">
          <Group align="flex-start" gap="lg">
            <DurationField form={form} name="every" label="A start every" description="Between two times on offer." />
            <DurationField form={form} name="before" label="Kept free before" description="To prepare." />
            <DurationField form={form} name="after" label="Kept free after" description="To clean up, or to drive." />
          </Group>
          <Group align="flex-start" gap="lg">
            <DurationField
              form={form}
              name="notice"
              label="Booked at least … ahead"
              description="Nobody comes sooner than this."
            />
            <NumberInput
              label="Booked at most … days ahead"
              description="Later days are not on offer."
              w={200}
              min={0}
              max={730}
              allowDecimal={false}
              {...form.getInputProps('horizonDays')}
            />
            <DurationField
              form={form}
              name="cutOff"
              label="Changed until … before"
              description="Customers move or cancel by themselves until then."
            />
          </Group>
          <Group align="flex-start" gap="lg">
            <Limit form={form} name="mostPerDay" label="At most a day" />
            <Limit form={form} name="mostPerWeek" label="At most a week" />
            <NumberInput
              label="Seats"
              description="More than one: a class."
              w={150}
              min={1}
              max={500}
              allowDecimal={false}
              {...form.getInputProps('seats')}
            />
          </Group>
        </Stack>
      </details>
      <details className={classes.more} open={isOpen}>
        <summary>Rooms and things it needs{count(form.values.resources.length)}</summary>
        <NeedsFields form={form} />
      </details>
      <details className={classes.more} open={isOpen}>
        <summary>Questions to whoever books{count(form.values.questions.length)}</summary>
        <QuestionFields form={form} />
      </details>
    </>
  )
}

const count = (many: number) => (many > 0 ? ` (${many})` : '')

function Limit({ form, name, label }: { form: ServiceForm; name: 'mostPerDay' | 'mostPerWeek'; label: string }) {
  return (
    <NumberInput
      label={label}
      description="Empty: no limit."
      w={150}
      min={1}
      allowDecimal={false}
      {...form.getInputProps(name)}
    />
  )
}
