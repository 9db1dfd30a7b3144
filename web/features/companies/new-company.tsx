import { Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import classes from '../contacts/alike-list.module.css'
import { AlikeList } from '../contacts/alike-list.tsx'

/** A new company; those of a similar name that are in the list already are shown while it is typed. */
export function NewCompany({ onDone }: { onDone: () => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const create = useMutation(
    trpc.companies.create.mutationOptions({
      onSuccess: ({ id }) => {
        onDone()
        void queryClient.invalidateQueries(trpc.companies.pathFilter())
        return navigate({ to: '/companies/$companyId', params: { companyId: id } })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {create.error && <FormProblem sentence={sentenceOf(create.error)} />}
        <TextInput label="Name" data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <CompaniesAlike name={name} onOpen={onDone} />
        <FormButtons submit="Add company" pending={create.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}

const PAUSE_MS = 200

function CompaniesAlike({ name, onOpen }: { name: string; onOpen: () => void }) {
  const [asked] = useDebouncedValue(name.trim(), PAUSE_MS)
  const { data } = useQuery(
    trpc.companies.alike.queryOptions({ name: asked }, { enabled: asked !== '', placeholderData: keepPreviousData }),
  )
  return (
    <AlikeList>
      {(asked === '' ? [] : (data ?? [])).map(({ id, name: known, website }) => (
        <Link
          key={id}
          to="/companies/$companyId"
          params={{ companyId: id }}
          className={classes.row ?? ''}
          onClick={onOpen}
        >
          <span className={classes.name}>{known}</span>
          <span className={classes.detail}>{website}</span>
        </Link>
      ))}
    </AlikeList>
  )
}
