import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Pipeline, PipelineStage } from '../../../deals/use-pipelines.ts'
import classes from '../settings.module.css'
import { NameDialog } from './name-dialog.tsx'
import { RowTools } from './row-tools.tsx'
import { StageDialog } from './stage-dialog.tsx'
import { usePipelineActions } from './use-pipeline-actions.ts'

const KIND_NAMES = { open: 'Open', won: 'Won', lost: 'Lost' } as const

type Face = { pipeline: Pipeline; isFirst: boolean; isLast: boolean }

/** One pipeline with its stages, in their order. */
export function PipelinePart({ pipeline: { id, name, stages }, isFirst, isLast }: Face) {
  const { renamePipeline, movePipeline, removePipeline, addStage } = usePipelineActions()
  const [editing, setEditing] = useState<'name' | 'stage' | null>(null)
  const close = () => setEditing(null)
  return (
    <div className={classes.stack}>
      <ul className={classes.rows} aria-label={`Stages of ${name}`}>
        <li className={classes.row}>
          <div className={`${classes.words} ${classes.name}`}>{name}</div>
          <RowTools
            name={name}
            isFirst={isFirst}
            isLast={isLast}
            onEdit={() => setEditing('name')}
            onMove={(direction) => movePipeline({ id, direction })}
            onRemove={() => removePipeline({ id })}
          />
        </li>
        {stages.map((stage, at) => (
          <StageRow key={stage.id} stage={stage} isFirst={at === 0} isLast={at === stages.length - 1} />
        ))}
        <li className={classes.row}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            aria-label={`Add a stage to ${name}`}
            onClick={() => setEditing('stage')}
          >
            Add a stage
          </Button>
        </li>
      </ul>
      {editing === 'name' && <NameDialog name={name} onClose={close} onSave={(name) => renamePipeline({ id, name })} />}
      {editing === 'stage' && (
        <StageDialog stage={null} onClose={close} onSave={(fields) => addStage({ pipelineId: id, ...fields })} />
      )}
    </div>
  )
}

function StageRow({ stage, isFirst, isLast }: { stage: PipelineStage; isFirst: boolean; isLast: boolean }) {
  const { changeStage, moveStage, removeStage } = usePipelineActions()
  const [editing, setEditing] = useState(false)
  const { id, name, kind, probability, rottingDays } = stage
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div>{name}</div>
        <div className={classes.detail}>
          {KIND_NAMES[kind]}
          {kind === 'open' && `, ${probability} % likely`}
          {kind === 'open' && rottingDays !== null && `, too long after ${rottingDays} days`}
        </div>
      </div>
      <RowTools
        name={name}
        isFirst={isFirst}
        isLast={isLast}
        onEdit={() => setEditing(true)}
        onMove={(direction) => moveStage({ id, direction })}
        onRemove={() => removeStage({ id })}
      />
      {editing && (
        <StageDialog
          stage={stage}
          onClose={() => setEditing(false)}
          onSave={(fields) => changeStage({ id, ...fields })}
        />
      )}
    </li>
  )
}
