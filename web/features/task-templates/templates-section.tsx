import { ActionIcon, Button, Group } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Section } from '../office/settings/section.tsx'
import classes from '../office/settings/settings.module.css'
import { TemplateDialog } from './template-dialog.tsx'
import { templateWords } from './template-words.ts'
import type { Template } from './types.ts'
import { useTemplateActions } from './use-template-actions.ts'

/** Tasks that are made again and again, written down once. */
export function TemplatesSection() {
  const { data, error, refetch } = useQuery(trpc.taskTemplates.list.queryOptions())
  const { add, change, remove } = useTemplateActions()
  const [editing, setEditing] = useState<Template | 'new' | null>(null)
  return (
    <Section
      id="templates"
      title="Task templates"
      lead="What you do again and again. A task is made of one with two clicks, for a person or a deal."
    >
      {!data && !error && <LoadingRows count={3} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={classes.detail}>No templates yet.</p>}
      {data && data.length > 0 && (
        <ul className={classes.rows} aria-label="Task templates">
          {data.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              onChange={() => setEditing(template)}
              onRemove={() => remove({ id: template.id })}
            />
          ))}
        </ul>
      )}
      {data && (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEditing('new')}
        >
          Add a template
        </Button>
      )}
      {editing && (
        <TemplateDialog
          template={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSave={(fields) =>
            editing === 'new' ? add(fields) : change({ id: editing.id, version: editing.version, ...fields })
          }
        />
      )}
    </Section>
  )
}

type RowFace = { template: Template; onChange: () => void; onRemove: () => void }

function TemplateRow({ template: { title, daysAfter, checklist, priority }, onChange, onRemove }: RowFace) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>{title}</div>
        <div className={classes.detail}>
          {templateWords(daysAfter, checklist.length)}
          {priority !== 'normal' && `, ${priority} priority`}
        </div>
      </div>
      <Group gap={2} wrap="nowrap">
        <ActionIcon aria-label={`Change the template ${title}`} onClick={onChange}>
          <IconPencil size={15} />
        </ActionIcon>
        <ActionIcon aria-label={`Remove the template ${title}`} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </Group>
    </li>
  )
}
