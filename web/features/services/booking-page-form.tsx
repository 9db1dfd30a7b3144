import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { bookingSettingsOf } from '../../../worker/features/office/rules/settings.ts'
import classes from '../office/settings/settings.module.css'
import { useSaveSettings } from '../office/settings/use-save-settings.ts'
import { useOffice } from '../office/use-office.ts'

const SITE = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/i

/** What the booking page says besides the services, and inside which websites it may stand. */
export function BookingPageForm() {
  const { office } = useOffice()
  const { save, isSaving } = useSaveSettings()
  const { embedOn, ...words } = bookingSettingsOf(office.settings)
  const form = useForm({
    initialValues: { ...words, sites: embedOn.join('\n') },
    validate: {
      sites: (text) =>
        sitesIn(text).every((site) => SITE.test(site))
          ? null
          : 'Please write each site like https://example.org, without a path.',
    },
  })
  const submit = form.onSubmit(({ sites, ...typed }) =>
    save({ booking: { ...typed, embedOn: sitesIn(sites) } }, () => form.resetDirty()),
  )
  return (
    <details className={classes.spaced}>
      <summary className={classes.label}>What the page says</summary>
      <form onSubmit={submit} noValidate aria-label="What the booking page says" className={classes.spaced}>
        <Stack maw={420}>
          <Textarea
            label="Welcome"
            description="Stands above the services."
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('welcome')}
          />
          <TextInput label="Phone" maxLength={200} {...form.getInputProps('phone')} />
          <TextInput label="Address" maxLength={200} {...form.getInputProps('address')} />
          <Textarea
            label="What customers agree to by a tick"
            description="Empty: that you may send them confirmations and reminders."
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('consent')}
          />
          <Textarea
            label="Websites that may show the page inside them, one a line"
            description="Empty: any website may."
            placeholder="https://example.org"
            autosize
            minRows={1}
            {...form.getInputProps('sites')}
          />
          <div>
            <Button type="submit" disabled={!form.isDirty()} loading={isSaving}>
              Save what the page says
            </Button>
          </div>
        </Stack>
      </form>
    </details>
  )
}

const sitesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
