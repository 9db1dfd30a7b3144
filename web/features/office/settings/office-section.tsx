import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tell, tellProblem } from '../../../ui/toast.ts'
import { WordsForm } from '../../presets/words-form.tsx'
import { type OfficeFields, PlaceFields } from '../place-fields.tsx'
import { useOffice } from '../use-office.ts'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** The name of the office, and where it stands. */
export function OfficeSection() {
  const { office } = useOffice()
  const { name, timeZone, country, currency, version } = office
  const queryClient = useQueryClient()
  const form = useForm<OfficeFields>({
    initialValues: { name, timeZone, country, currency },
    validate: { name: (value) => (value.trim() ? null : 'Give your office a name.') },
  })
  const update = useMutation(
    trpc.office.update.mutationOptions({
      onSuccess: () => {
        form.resetDirty()
        tell('Saved.')
        return Promise.all([
          queryClient.invalidateQueries(trpc.office.pathFilter()),
          queryClient.invalidateQueries(trpc.signIn.pathFilter()),
        ])
      },
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  return (
    <Section id="office" title="Office" lead="How customers know you, and on whose clock you work.">
      <form className={classes.form} onSubmit={form.onSubmit((values) => update.mutate({ ...values, version }))}>
        <TextInput label="Name" {...form.getInputProps('name')} />
        <PlaceFields form={form} />
        <div>
          <Button type="submit" disabled={!form.isDirty()} loading={update.isPending}>
            Save
          </Button>
        </div>
      </form>
      <WordsForm />
    </Section>
  )
}
