import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../../api.ts'
import { Editable } from '../../../ui/editable.tsx'
import { ValueInput } from '../../fields/value-input.tsx'
import { useOffice } from '../../office/use-office.ts'
import { ContactPicker } from '../contact-picker.tsx'
import { Fact } from '../facts.tsx'
import type { Contact } from '../types.ts'
import { Part } from './part.tsx'
import { useSteps } from './use-steps.ts'

/** With whom somebody lives: their mail and their phone may be shared. */
export function Household({ contact: { id, household } }: { contact: Contact }) {
  const { mayChange } = useOffice()
  const leave = useMutation(trpc.contacts.leaveHousehold.mutationOptions(useSteps()))
  const others = household?.people.filter((person) => person.id !== id) ?? []
  return (
    <Part
      title={household?.name ?? 'Household'}
      add="Add somebody to the household"
      form={(close) => <LivesWith id={id} onDone={close} />}
    >
      {others.map((person) => (
        <Fact key={person.id}>
          <Link to="/contacts/$contactId" params={{ contactId: person.id }}>
            {person.name}
          </Link>
        </Fact>
      ))}
      {!household && <Fact>Lives with nobody we know.</Fact>}
      {household && mayChange && <HouseholdName id={id} name={household.name} />}
      {household && mayChange && (
        <Button size="compact-xs" variant="subtle" onClick={() => leave.mutate({ id })}>
          Leave the household
        </Button>
      )}
    </Part>
  )
}

/** What the household is called, changed in its place; of two who rename it, the second is told. */
function HouseholdName({ id, name }: { id: string; name: string }) {
  const rename = useMutation(trpc.contacts.renameHousehold.mutationOptions({ ...useSteps(), onError: () => undefined }))
  return (
    <Editable
      label="Called"
      shown={name}
      initial={name}
      save={(typed, over) => rename.mutateAsync({ id, name: typed, ...(over ? {} : { seen: name }) })}
    >
      {(control) => <ValueInput {...control} kind="text" label="Name of the household" options={[]} />}
    </Editable>
  )
}

function LivesWith({ id, onDone }: { id: string; onDone: () => void }) {
  const live = useMutation(trpc.contacts.liveWith.mutationOptions(useSteps(onDone)))
  return (
    <>
      <ContactPicker
        label="Lives with"
        exceptId={id}
        value={null}
        onChoose={(otherId) => otherId && live.mutate({ id, otherId })}
      />
      <Button size="compact-sm" variant="default" onClick={onDone} loading={live.isPending}>
        Cancel
      </Button>
    </>
  )
}
