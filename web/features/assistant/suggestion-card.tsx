import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { dayOf } from '../../ui/dates.ts'
import type { Suggestion } from '../inbox/types.ts'
import { useOffice } from '../office/use-office.ts'
import { ActionPicture } from './action-picture.tsx'
import { actionLine, useActionNames } from './action-words.ts'
import { SuggestionButtons } from './suggestion-buttons.tsx'
import classes from './suggestion-card.module.css'
import type { Decisions } from './use-decisions.ts'

const ActionForm = lazy(async () => ({ default: (await import('./action-form.tsx')).ActionForm }))

const STATES = { waiting: '', accepted: 'accepted', rejected: 'rejected', undone: 'taken back' } as const

const stateOf = ({ status, decidedBy }: Suggestion) =>
  status === 'accepted' && decidedBy === null ? 'done by the assistant' : STATES[status]

type Face = { suggestion: Suggestion; decisions: Decisions }

/** What the assistant proposes about a message, or did, with the buttons that decide. */
export function SuggestionCard({ suggestion, decisions }: Face) {
  const { office, mayChange } = useOffice()
  const [editing, setEditing] = useState(false)
  const { kind, action, status } = suggestion
  const names = useActionNames()
  const waits = status === 'waiting'
  const line = actionLine(action, dayOf(new Date(), office.timeZone), office.timeZone)
  return (
    <div className={waits ? classes.card : `${classes.card} ${classes.decided}`}>
      <ActionPicture kind={kind} />
      <span className={classes.name}>
        {names[kind]}
        <span className={classes.state}>{stateOf(suggestion)}</span>
      </span>
      {!editing && <div className={classes.line}>{line}</div>}
      {mayChange && waits && !editing && (
        <SuggestionButtons suggestion={suggestion} decisions={decisions} onEdit={() => setEditing(true)} />
      )}
      {mayChange && status === 'accepted' && (
        <Button
          className={classes.undo}
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => decisions.undo(suggestion)}
        >
          Undo
        </Button>
      )}
      {editing && (
        <div className={classes.form}>
          <Suspense>
            <ActionForm
              action={action}
              pending={decisions.pending}
              onAccept={(edited) => decisions.accept(suggestion, edited)}
              onCancel={() => setEditing(false)}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}
