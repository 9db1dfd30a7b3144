import { useState } from 'react'
import type { LostReason } from '../../../deals/use-pipelines.ts'
import classes from '../settings.module.css'
import { AddByName } from './add-by-name.tsx'
import { NameDialog } from './name-dialog.tsx'
import { RowTools } from './row-tools.tsx'
import { usePipelineActions } from './use-pipeline-actions.ts'

/** Why deals are lost here: what is offered to whoever loses one. */
export function LostReasons({ reasons }: { reasons: readonly LostReason[] }) {
  const { addReason, renameReason, moveReason, removeReason } = usePipelineActions()
  const [editing, setEditing] = useState<LostReason | null>(null)
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.label}>Why deals are lost</legend>
      {reasons.length > 0 && (
        <ul className={classes.rows} aria-label="Why deals are lost">
          {reasons.map((reason, at) => (
            <li key={reason.id} className={classes.row}>
              <div className={classes.words}>{reason.label}</div>
              <RowTools
                name={reason.label}
                isFirst={at === 0}
                isLast={at === reasons.length - 1}
                onEdit={() => setEditing(reason)}
                onMove={(direction) => moveReason({ id: reason.id, direction })}
                onRemove={() => removeReason({ id: reason.id })}
              />
            </li>
          ))}
        </ul>
      )}
      <AddByName label="New reason" onAdd={(label) => addReason({ label })} />
      {editing && (
        <NameDialog
          name={editing.label}
          onClose={() => setEditing(null)}
          onSave={(label) => renameReason({ id: editing.id, label })}
        />
      )}
    </fieldset>
  )
}
