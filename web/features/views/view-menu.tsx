import { Button, Checkbox, Menu, Modal, Stack, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'
import { useOffice } from '../office/use-office.ts'
import { useListWords } from './use-list-words.ts'
import type { ViewState } from './use-view.ts'

/** The saved views, and what can be done with the one that is open. */
export function ViewMenu({ state }: { state: ViewState }) {
  const { record, saved, chosen, isChanged, view, choose } = state
  const { inMany } = useListWords(record)
  const first = `${record === 'task' ? 'Open' : 'All'} ${inMany}`
  const { mayChange } = useOffice()
  const [naming, setNaming] = useState(false)
  const { change, remove } = useViewActions(state)
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
            {chosen?.name ?? first}
            {isChanged && chosen && ' (changed)'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => choose(null)}>{first}</Menu.Item>
          {saved.map(({ id, name, isShared }) => (
            <Menu.Item key={id} onClick={() => choose(id)} rightSection={isShared ? null : 'only you'}>
              {name}
            </Menu.Item>
          ))}
          {mayChange && <Menu.Divider />}
          {mayChange && <Menu.Item onClick={() => setNaming(true)}>Save as a new view …</Menu.Item>}
          {mayChange && chosen && isChanged && (
            <Menu.Item onClick={() => change({ ...chosen, view })}>Save the changes</Menu.Item>
          )}
          {mayChange && chosen && <Menu.Item onClick={() => remove(chosen.id)}>Remove this view</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={naming} onClose={() => setNaming(false)} closeOnClickOutside={false} title="Save as a new view">
        <NameForm state={state} onDone={() => setNaming(false)} />
      </Modal>
    </>
  )
}

function useViewActions({ choose }: ViewState, onDone: () => void = () => {}) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const open = async (id: string | null, step: { actId: string; title: string }) => {
    await queryClient.invalidateQueries(trpc.views.pathFilter())
    onDone()
    choose(id)
    tellStep(step)
  }
  const onError = (error: unknown) => tellProblem(sentenceOf(error))
  const save = useMutation(trpc.views.save.mutationOptions({ onSuccess: (step) => open(step.id, step), onError }))
  const change = useMutation(trpc.views.change.mutationOptions({ onSuccess: (step) => open(step.id, step), onError }))
  const remove = useMutation(trpc.views.remove.mutationOptions({ onSuccess: (step) => open(null, step), onError }))
  return { save, change: change.mutate, remove: (id: string) => remove.mutate({ id }) }
}

function NameForm({ state, onDone }: { state: ViewState; onDone: () => void }) {
  const { save } = useViewActions(state, onDone)
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(true)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ record: state.record, name, isShared, view: state.view })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label="Name" data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Checkbox
          label="Everybody in the office sees it"
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <FormButtons submit="Save view" pending={save.isPending} onCancel={onDone} />
      </Stack>
    </form>
  )
}
