import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconBuilding, IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useCallback, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { Empty } from '../../ui/empty.tsx'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { ActionIconLink } from '../../ui/links.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import classes from '../contacts/contact-row.module.css'
import { CONTACT_ROW_HEIGHT } from '../contacts/contact-row.tsx'
import { useOffice } from '../office/use-office.ts'
import { useWords } from '../office/use-words.ts'

const PAUSE_MS = 120

/** The companies that the office serves, by name. */
export function Companies() {
  useTitle('Companies')
  const words = useWords()
  const { mayChange } = useOffice()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { rows, error, refetch, more } = useCompanies(text)
  const actions = (
    <>
      <TextInput
        size="xs"
        w={{ base: 120, sm: 170 }}
        placeholder="Filter"
        aria-label="Filter companies"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {mayChange && (
        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          New
        </Button>
      )}
    </>
  )
  const back = (
    <ActionIconLink to="/contacts" aria-label={`All ${words.inMany}`}>
      <IconArrowLeft size={18} />
    </ActionIconLink>
  )
  return (
    <Pane title="Companies" lead={back} actions={actions}>
      {rows && rows.length > 0 && (
        <VirtualList label="Companies" rowHeight={CONTACT_ROW_HEIGHT} onEnd={more} rows={rows}>
          {(row) => <CompanyRow row={row} />}
        </VirtualList>
      )}
      {rows?.length === 0 && (
        <Empty icon={<IconBuilding size={20} />} title={text ? 'No company found' : 'No companies yet'}>
          {text
            ? 'Try another part of the name.'
            : `Add one here, or on the page of ${words.aOne} who works there. Private people need none.`}
        </Empty>
      )}
      {!rows && !error && <LoadingRows count={6} />}
      {!rows && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      <Modal opened={adding} onClose={() => setAdding(false)} closeOnClickOutside={false} title="New company">
        <NewCompany onDone={() => setAdding(false)} />
      </Modal>
    </Pane>
  )
}

type Row = { id: string; name: string; website: string | null; people: number }

function CompanyRow({ row: { id, name, website, people } }: { row: Row }) {
  return (
    <Link to="/companies/$companyId" params={{ companyId: id }} className={classes.row}>
      <Monogram name={name} size={34} />
      <span className={classes.name}>{name}</span>
      <span className={classes.address}>{website}</span>
      <span className={classes.address}>{people === 1 ? '1 person' : `${people} people`}</span>
    </Link>
  )
}

function useCompanies(text: string) {
  const query = useInfiniteQuery(
    trpc.companies.list.infiniteQueryOptions(
      { text },
      { getNextPageParam: ({ next }) => next, placeholderData: keepPreviousData },
    ),
  )
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = query
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { rows: data?.pages.flatMap((page) => page.rows) ?? null, error, refetch, more }
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
