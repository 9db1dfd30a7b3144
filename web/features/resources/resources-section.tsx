import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { FormButtons } from '../../ui/form-buttons.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useToldSteps } from '../acts/use-told-steps.ts'
import { RowTools } from '../office/settings/pipelines/row-tools.tsx'
import { Section } from '../office/settings/section.tsx'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'

type Resource = { id: string; kind: string; name: string }

/** Rooms, chairs and whatever else only one appointment at a time can have. */
export function ResourcesSection() {
  const { isOwner } = useOffice()
  const { data, error, refetch } = useQuery(trpc.resources.list.queryOptions())
  const [editing, setEditing] = useState<Resource | 'new' | null>(null)
  const { move, remove } = useResourceSteps()
  const kinds = [...new Set((data ?? []).map(({ kind }) => kind))]
  return (
    <Section
      id="resources"
      title="Rooms and things"
      lead="What an appointment takes besides people: a room, a chair, a van. Of several of one kind the first that is free is taken."
    >
      {!data && !error && <LoadingRows count={2} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {kinds.map((kind) => {
        const units = (data ?? []).filter((each) => each.kind === kind)
        return (
          <div key={kind}>
            <h3 className={classes.part}>{kind}</h3>
            <ul className={classes.rows} aria-label={kind}>
              {units.map((resource, at) => (
                <li key={resource.id} className={classes.row}>
                  <div className={classes.words}>{resource.name}</div>
                  {isOwner && (
                    <RowTools
                      name={resource.name}
                      isFirst={at === 0}
                      isLast={at === units.length - 1}
                      onEdit={() => setEditing(resource)}
                      onMove={(direction) => move.mutate({ id: resource.id, direction })}
                      onRemove={() => remove.mutate({ id: resource.id })}
                    />
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {data?.length === 0 && <p className={classes.detail}>There are none yet.</p>}
      {isOwner && (
        <Button mt="sm" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
          Add a room or thing
        </Button>
      )}
      {editing !== null && (
        <ResourceDialog resource={editing === 'new' ? null : editing} kinds={kinds} onClose={() => setEditing(null)} />
      )}
    </Section>
  )
}

function useResourceSteps(onDone?: () => void) {
  const told = useToldSteps([trpc.resources.pathFilter(), trpc.appointments.pathFilter()], onDone)
  return {
    add: useMutation(trpc.resources.add.mutationOptions(told)),
    change: useMutation(trpc.resources.change.mutationOptions(told)),
    move: useMutation(trpc.resources.move.mutationOptions(told)),
    remove: useMutation(trpc.resources.remove.mutationOptions(told)),
  }
}

type Face = { resource: Resource | null; kinds: readonly string[]; onClose: () => void }

function ResourceDialog({ resource, kinds, onClose }: Face) {
  const { add, change } = useResourceSteps(onClose)
  const form = useForm({
    initialValues: { kind: resource?.kind ?? kinds[0] ?? 'Room', name: resource?.name ?? '' },
    validate: {
      kind: (kind) => (kind.trim() ? null : 'Please say what kind of thing it is.'),
      name: (name) => (name.trim() ? null : 'Please give it a name.'),
    },
  })
  const submit = form.onSubmit((fields) =>
    resource ? change.mutate({ ...fields, id: resource.id }) : add.mutate(fields),
  )
  return (
    <Modal opened onClose={onClose} title={resource ? `Change ${resource.name}` : 'New room or thing'} size="sm">
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="Kind"
            description="Services ask for a kind: room, chair, van."
            maxLength={80}
            list="kinds-of-things"
            {...form.getInputProps('kind')}
          />
          <datalist id="kinds-of-things">
            {kinds.map((kind) => (
              <option key={kind} value={kind} />
            ))}
          </datalist>
          <TextInput data-autofocus label="Name" maxLength={80} {...form.getInputProps('name')} />
          <FormButtons submit="Save" pending={add.isPending || change.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
