import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import classes from '../session/front-page.module.css'
import { FrontPage } from '../session/front-page.tsx'
import { startAfresh } from '../session/start-afresh.ts'
import { OfferSecondFactor } from './offer-second-factor.tsx'
import { type OfficeFields, PlaceFields } from './place-fields.tsx'
import { guessedPlace } from './regions.ts'
import { useMe } from './use-office.ts'

/** The first office of a person, or another one. */
export function FirstRun() {
  const { user } = useMe()
  // One for the life of the form, so that a second click makes no second office.
  const [requestId] = useState(() => crypto.randomUUID())
  const form = useForm<OfficeFields>({
    initialValues: { name: '', ...guessedPlace(navigator.language) },
    validate: { name: (name) => (name.trim() ? null : 'Give your office a name.') },
  })
  const { data: factor } = useQuery(trpc.signIn.secondFactor.queryOptions())
  const enter = () => startAfresh('/inbox')
  const create = useMutation(trpc.office.create.mutationOptions({ onSuccess: () => factor?.isOn && enter() }))
  if (create.isSuccess && !factor?.isOn) return <OfferSecondFactor onDone={enter} />
  return (
    <FrontPage
      title={`Welcome, ${user.name.split(' ')[0] ?? ''}`}
      lead="Tell us about your office. You can change all of it later."
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => create.mutate({ ...values, requestId }))}
      >
        {create.error && <FormProblem sentence={sentenceOf(create.error)} />}
        <TextInput
          label="Name of the office"
          placeholder="Studio Lindqvist"
          autoComplete="organization"
          autoFocus
          {...form.getInputProps('name')}
        />
        <PlaceFields form={form} />
        <Button type="submit" size="md" loading={create.isPending}>
          Open the office
        </Button>
      </form>
    </FrontPage>
  )
}
