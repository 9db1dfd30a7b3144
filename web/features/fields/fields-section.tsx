import { ActionIcon, Button, Group, Select, TagsInput, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { inSentence } from '../../../worker/features/presets/rules/words.ts'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useToldSteps } from '../acts/use-told-steps.ts'
import { Section } from '../office/settings/section.tsx'
import classes from '../office/settings/settings.module.css'
import { useWords } from '../office/use-words.ts'
import { KIND_NAMES, KINDS } from './kind-names.ts'
import type { Kind } from './value-input.tsx'

type Field = { id: string; label: string; kind: Kind; options: { id: string; label: string }[] }
type Draft = { id: string | null; label: string; kind: Kind; options: string[] }

type WithFields = 'contact' | 'company' | 'deal'

/** What this office wants to know beyond what every office does. */
export function FieldsSection() {
  const words = useWords()
  return (
    <Section
      id="fields"
      title="Own fields"
      lead={`What your office wants to know beyond the usual: they stand on every ${words.inOne}, company and deal, in lists, filters and files.`}
    >
      <FieldsOf record="contact" title={words.many} />
      <FieldsOf record="company" title="Companies" />
      <FieldsOf record="deal" title="Deals" />
    </Section>
  )
}

function FieldsOf({ record, title }: { record: WithFields; title: string }) {
  const { data, error, refetch } = useQuery(trpc.fields.list.queryOptions({ record }))
  const [draft, setDraft] = useState<Draft | null>(null)
  const { save, remove, isPending } = useFields(() => setDraft(null))
  if (!data && error) return <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows count={2} round={false} />
  return (
    <>
      <h3 className={classes.part}>{title}</h3>
      {data.length === 0 && <p className={classes.detail}>No own fields yet.</p>}
      {data.length > 0 && (
        <ul className={classes.rows} aria-label={`Own fields of ${inSentence(title)}`}>
          {data.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              onChange={() => setDraft({ ...field, options: field.options.map(({ label }) => label) })}
              onRemove={() => remove(field.id)}
            />
          ))}
        </ul>
      )}
      {draft ? (
        <FieldForm
          draft={draft}
          pending={isPending}
          onSave={(whole) => save(record, whole, data)}
          onCancel={() => setDraft(null)}
        />
      ) : (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          onClick={() => setDraft({ id: null, label: '', kind: 'text', options: [] })}
        >
          Add a field to {inSentence(title)}
        </Button>
      )}
    </>
  )
}

function FieldRow({ field, onChange, onRemove }: { field: Field; onChange: () => void; onRemove: () => void }) {
  const { label, kind, options } = field
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <b>{label}</b>
        <div className={classes.detail}>
          {KIND_NAMES[kind]}
          {options.length > 0 && `: ${options.map((option) => option.label).join(', ')}`}
        </div>
      </div>
      <ActionIcon aria-label={`Change the field ${label}`} onClick={onChange}>
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon aria-label={`Remove the field ${label}`} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  )
}

type FormFace = { draft: Draft; pending: boolean; onSave: (draft: Draft) => void; onCancel: () => void }

function FieldForm({ draft: first, pending, onSave, onCancel }: FormFace) {
  const [draft, setDraft] = useState(first)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.label.trim()) onSave(draft)
  }
  return (
    <form onSubmit={submit}>
      <Group align="end" mt="xs" gap="xs">
        <TextInput
          label="Name"
          autoFocus
          value={draft.label}
          onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
        />
        <Select
          label="Holds"
          w={150}
          allowDeselect={false}
          disabled={draft.id !== null}
          data={KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
          value={draft.kind}
          onChange={(kind) => kind && setDraft({ ...draft, kind })}
        />
        {draft.kind === 'choice' && (
          <TagsInput
            label="Choices"
            placeholder="Type one, then Enter"
            value={draft.options}
            onChange={(options) => setDraft({ ...draft, options })}
          />
        )}
        <Button type="submit" loading={pending}>
          Save field
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}

/** The writes behind the forms. A choice that kept its name keeps its id, so that no record loses it. */
function useFields(onDone: () => void) {
  const told = useToldSteps([trpc.fields.pathFilter()], onDone)
  const create = useMutation(trpc.fields.create.mutationOptions(told))
  const change = useMutation(trpc.fields.change.mutationOptions(told))
  const remove = useMutation(trpc.fields.remove.mutationOptions(told))
  const save = (record: WithFields, draft: Draft, known: Field[]) => {
    const old = known.find(({ id }) => id === draft.id)?.options ?? []
    const choices = draft.options.map((label) => ({ id: old.find((each) => each.label === label)?.id ?? null, label }))
    if (draft.id === null) create.mutate({ record, label: draft.label, kind: draft.kind, options: choices })
    else change.mutate({ id: draft.id, label: draft.label, options: choices })
  }
  return { save, remove: (id: string) => remove.mutate({ id }), isPending: create.isPending || change.isPending }
}
