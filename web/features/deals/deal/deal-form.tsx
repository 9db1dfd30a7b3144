import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { currencies } from '../../office/regions.ts'
import { useOffice } from '../../office/use-office.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { ContactField } from './contact-field.tsx'
import { changesOf, typedOf, without } from './deal-changes.ts'
import classes from './deal-panel.module.css'
import { type Deal, factsOf } from './types.ts'
import { useChangeDeal } from './use-change-deal.ts'

/** The fields of a deal. What others change meanwhile comes in by itself, but never over what is being typed. */
export function DealForm({ deal }: { deal: Deal }) {
  const { mayChange } = useOffice()
  const members = useQuery(trpc.office.members.queryOptions()).data?.members ?? []
  const choices = useMemo(() => currencies(), [])
  const [seen, setSeen] = useState(() => factsOf(deal))
  const form = useForm({
    initialValues: typedOf(seen),
    validate: { title: (title) => (title.trim() ? null : 'A deal needs a title.') },
  })
  const become = (facts: typeof seen) => {
    setSeen(factsOf(facts))
    form.setInitialValues(typedOf(facts))
    form.setValues(typedOf(facts))
    form.resetDirty(typedOf(facts))
  }
  const { save, saving, problem, met, forget } = useChangeDeal(deal.id, form.resetDirty)
  const changes = changesOf(form.values, seen)
  const isDirty = form.isDirty()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another version of the deal, or an end of typing, counts.
  useEffect(() => {
    if (!isDirty) become(deal)
  }, [deal.version, isDirty])
  return (
    <>
      <form onSubmit={form.onSubmit(() => save(seen, changes))} noValidate aria-label="Fields of the deal">
        <fieldset className={classes.fields} disabled={!mayChange}>
          {problem && <FormProblem sentence={sentenceOf(problem)} />}
          <TextInput label="Title" maxLength={200} {...form.getInputProps('title')} />
          <div className={classes.pair}>
            <TextInput label="Amount" inputMode="decimal" {...form.getInputProps('amount')} />
            <NativeSelect label="Currency" data={choices} {...form.getInputProps('currency')} />
          </div>
          <TextInput type="date" label="Expected on" {...form.getInputProps('expectedOn')} />
          <ContactField
            name={form.values.contactId === deal.contactId ? deal.contactName : null}
            {...form.getInputProps('contactId')}
          />
          <NativeSelect
            label="Owner"
            data={[
              { value: '', label: 'Nobody' },
              ...members.map(({ userId, name }) => ({ value: userId, label: name })),
            ]}
            {...form.getInputProps('ownerId')}
          />
          {isDirty && (
            <Group justify="flex-end">
              <Button variant="default" onClick={() => become(deal)}>
                Cancel
              </Button>
              <Button type="submit" loading={saving}>
                Save
              </Button>
            </Group>
          )}
        </fieldset>
      </form>
      {/* Beside the form: what is sent in a dialog inside it would, through React, send the form as well. */}
      {met && (
        <ClashDialog
          met={met}
          members={members}
          onClose={forget}
          onChoose={(theirs) => {
            const mine = without(met.changes, theirs)
            if (Object.keys(mine).length > 0) return save(met.clash.now, mine)
            become(met.clash.now)
            forget()
          }}
        />
      )}
    </>
  )
}
