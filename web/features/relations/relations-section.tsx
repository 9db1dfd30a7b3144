import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useToldSteps } from '../acts/use-told-steps.ts'
import { Section } from '../office/settings/section.tsx'
import classes from '../office/settings/settings.module.css'

type Draft = { id: string | null; name: string; reverseName: string }
const NEW: Draft = { id: null, name: '', reverseName: '' }

/** What people can be to each other in this office, beyond the usual. */
export function RelationsSection() {
  const { data, error, refetch } = useQuery(trpc.relations.kinds.queryOptions())
  const [draft, setDraft] = useState<Draft | null>(null)
  const { save, remove, saving } = useKinds(() => setDraft(null))
  const own = data?.filter(({ isOwn }) => isOwn)
  const usual = data?.filter(({ isOwn }) => !isOwn).map(({ name }) => name.toLowerCase())
  return (
    <Section
      id="relations"
      title="Relations"
      lead={`What people are to each other, named from both sides. ${usual ? `There are already: ${usual.join(', ')}.` : ''}`}
    >
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows count={2} round={false} />}
      {own?.length === 0 && <p className={classes.detail}>No relations of your own yet.</p>}
      {own && own.length > 0 && (
        <ul className={classes.rows} aria-label="Own relations">
          {own.map((kind) => (
            <li key={kind.id} className={classes.row}>
              <div className={classes.words}>
                <b>{kind.name}</b>
                <div className={classes.detail}>from the other side: {kind.reverseName}</div>
              </div>
              <ActionIcon aria-label={`Rename the relation ${kind.name}`} onClick={() => setDraft(kind)}>
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon aria-label={`Remove the relation ${kind.name}`} onClick={() => remove(kind.id)}>
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {draft ? (
        <KindForm key={draft.id} draft={draft} pending={saving} onSave={save} onCancel={() => setDraft(null)} />
      ) : (
        <Button size="xs" variant="default" mt="xs" onClick={() => setDraft(NEW)}>
          Add a relation
        </Button>
      )}
    </Section>
  )
}

type FormFace = { draft: Draft; pending: boolean; onSave: (draft: Draft) => void; onCancel: () => void }

function KindForm({ draft: first, pending, onSave, onCancel }: FormFace) {
  const [draft, setDraft] = useState(first)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.name.trim() && draft.reverseName.trim()) onSave(draft)
  }
  return (
    <form onSubmit={submit}>
      <Group align="end" mt="xs" gap="xs">
        <TextInput
          label="Name"
          placeholder="Godmother"
          autoFocus
          maxLength={60}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label="From the other side"
          placeholder="Godchild"
          maxLength={60}
          value={draft.reverseName}
          onChange={(event) => setDraft({ ...draft, reverseName: event.currentTarget.value })}
        />
        <Button type="submit" loading={pending}>
          Save relation
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}

/** The writes behind the form; each is told beside the button that takes it back. */
function useKinds(onDone: () => void) {
  const told = useToldSteps([trpc.relations.pathFilter()], onDone)
  const create = useMutation(trpc.relations.createKind.mutationOptions(told))
  const change = useMutation(trpc.relations.changeKind.mutationOptions(told))
  const remove = useMutation(trpc.relations.removeKind.mutationOptions(told))
  const save = ({ id, name, reverseName }: Draft) =>
    id === null ? create.mutate({ name, reverseName }) : change.mutate({ id, name, reverseName })
  return { save, remove: (id: string) => remove.mutate({ id }), saving: create.isPending || change.isPending }
}
