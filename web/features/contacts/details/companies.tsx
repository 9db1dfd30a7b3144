import { Autocomplete, Button, Menu, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../../api.ts'
import { SmallFormButtons } from '../../../ui/form-buttons.tsx'
import { useOffice } from '../../office/use-office.ts'
import { Fact } from '../facts.tsx'
import classes from './details.module.css'
import { Part } from './part.tsx'
import { useSteps } from './use-steps.ts'

const PAUSE_MS = 120

/** Where somebody works or sits on the board, and where they did. */
export function Companies({ contactId }: { contactId: string }) {
  const { mayChange } = useOffice()
  const { data } = useQuery(trpc.companies.ofContact.queryOptions({ contactId }))
  return (
    <Part title="Companies" add="Add a company" form={(close) => <JoinForm contactId={contactId} onDone={close} />}>
      {data?.length === 0 && <Fact>A private person.</Fact>}
      {data?.map((membership) => (
        <div key={membership.id} className={classes.row}>
          <span className={membership.hasEnded ? classes.left : ''}>
            <Link to="/companies/$companyId" params={{ companyId: membership.id }}>
              {membership.name}
            </Link>{' '}
            <span className={classes.word}>
              {[membership.role, membership.hasEnded && 'left'].filter(Boolean).join(', ')}
            </span>
          </span>
          {mayChange && <MembershipMenu contactId={contactId} membership={membership} />}
        </div>
      ))}
    </Part>
  )
}

type Membership = { id: string; name: string; role: string | null; hasEnded: boolean }

function MembershipMenu({ contactId, membership }: { contactId: string; membership: Membership }) {
  const { id: companyId, name, role, hasEnded } = membership
  const steps = useSteps()
  const change = useMutation(trpc.companies.changeMembership.mutationOptions(steps))
  const leave = useMutation(trpc.companies.leave.mutationOptions(steps))
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-xs" variant="subtle" aria-label={`More about ${name}`}>
          …
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => change.mutate({ contactId, companyId, role, hasEnded: !hasEnded })}>
          {hasEnded ? 'Is there again' : 'Has left'}
        </Menu.Item>
        <Menu.Item onClick={() => leave.mutate({ contactId, companyId })}>Was never there</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function JoinForm({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const [name, setName] = useState('')
  const [role, setRole] = useState('')
  const [text] = useDebouncedValue(name.trim(), PAUSE_MS)
  const { data } = useQuery(trpc.companies.list.queryOptions({ text }))
  const join = useMutation(trpc.companies.join.mutationOptions(useSteps(onDone)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) join.mutate({ contactId, name, role: role || null })
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <Autocomplete
        size="xs"
        label="Company"
        data={[...new Set(data?.rows.map((row) => row.name))]}
        value={name}
        onChange={setName}
      />
      <TextInput
        size="xs"
        label="Role"
        placeholder="Owner, accountant"
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <SmallFormButtons submit="Add" pending={join.isPending} onCancel={onDone} />
    </form>
  )
}
