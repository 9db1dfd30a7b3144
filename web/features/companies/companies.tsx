import { ActionIcon, Button, Modal, Stack, TextInput } from '@mantine/core'
import { IconArrowLeft, IconBuilding, IconDownload, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { ActionIconLink } from '../../ui/links.tsx'
import { Pane } from '../../ui/pane.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { useOffice } from '../office/use-office.ts'
import { FindField, useFind } from '../views/find-field.tsx'
import { fileOf, ListPane } from '../views/list-pane.tsx'
import { useView } from '../views/use-view.ts'
import { COMPANY_FACE, CompanyBulk } from './table/company-list.tsx'
import { useCompanyRows } from './table/use-company-rows.ts'

/** The companies that the office serves. */
export function Companies() {
  useTitle('Companies')
  const { mayChange } = useOffice()
  const [adding, setAdding] = useState(false)
  const { text, ...find } = useFind()
  const state = useView('company')
  const list = useCompanyRows({ text, view: state.view })
  const actions = (
    <>
      <FindField label="Filter companies" {...find} />
      <ActionIcon
        component="a"
        href={fileOf('companies.csv', text, state)}
        download
        aria-label="These companies as a table (CSV)"
      >
        <IconDownload size={18} />
      </ActionIcon>
      {mayChange && (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          New
        </Button>
      )}
    </>
  )
  const back = (
    <ActionIconLink to="/contacts" aria-label="All contacts">
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  return (
    <Pane title="Companies" count={list.total ?? null} lead={back} actions={actions}>
      <ListPane
        {...{ face: COMPANY_FACE, state, text, list }}
        bulk={(selection) => <CompanyBulk selection={selection} columns={state.columns} />}
        empty={(isFiltered) => <NoCompany isFiltered={isFiltered} />}
      />
      <Modal opened={adding} onClose={() => setAdding(false)} closeOnClickOutside={false} title="New company">
        <NewCompany onDone={() => setAdding(false)} />
      </Modal>
    </Pane>
  )
}

function NoCompany({ isFiltered }: { isFiltered: boolean }) {
  return (
    <Empty icon={<IconBuilding size={20} />} title={isFiltered ? 'No company found' : 'No companies yet'}>
      {isFiltered
        ? 'Try another part of the name, or take a condition away.'
        : 'Add one here, or on the page of a contact who works there. Private people need none.'}
    </Empty>
  )
}

function NewCompany({ onDone }: { onDone: () => void }) {
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
        <FormButtons submit="Add company" pending={create.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}
