import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { dateWhen } from '../../ui/dates.ts'
import classes from '../office/settings/settings.module.css'
import { useOffice } from '../office/use-office.ts'
import own from './calendars.module.css'
import { countWords, stateWords } from './import-words.ts'
import { NotTakenList } from './not-taken-list.tsx'
import type { CalendarImport } from './types.ts'
import { useCalendarSteps } from './use-calendar-steps.ts'
import { usePeople } from './use-people.ts'

/** One file: what would come of it or came, what did not and why, and what can be done with it. */
export function ImportRow({ shown }: { shown: CalendarImport }) {
  const { id, userId, fileName, state, outcome, progress, problem, createdAt, mayUndo } = shown
  const { office, isOwner, user } = useOffice()
  const { nameOf } = usePeople()
  const { undoImport } = useCalendarSteps()
  const isMoving = state === 'running' || state === 'undoing'
  const mayDecide = isOwner || userId === user.id
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>{fileName}</div>
        <div className={classes.detail} aria-live="polite">
          {nameOf(userId)} · {dateWhen(createdAt, office.timeZone)} · {stateWords(shown)}
        </div>
        {isMoving && <progress className={own.bar} value={progress} aria-label={`How far ${fileName} is`} />}
        {problem && <div className={own.bad}>{problem}</div>}
        {outcome && state !== 'undone' && (
          <ul className={own.told}>
            {countWords(outcome, state !== 'checked').map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {outcome && outcome.notTaken.length > 0 && state !== 'undone' && <NotTakenList outcome={outcome} />}
      </div>
      {mayDecide && state === 'checked' && outcome && outcome.toAdd > 0 && <Take id={id} count={outcome.toAdd} />}
      {mayDecide && mayUndo && (
        <Button
          size="compact-sm"
          variant="default"
          loading={undoImport.isPending}
          aria-label={`Undo the import of ${fileName}`}
          onClick={() => undoImport.mutate({ id })}
        >
          Undo
        </Button>
      )}
    </li>
  )
}

function Take({ id, count }: { id: string; count: number }) {
  const { runImport } = useCalendarSteps()
  const [kind, setKind] = useState<'block' | 'appointment'>('block')
  return (
    <Group gap="xs">
      <NativeSelect
        size="xs"
        aria-label="As what it comes in"
        data={[
          { value: 'block', label: 'as blocked time' },
          { value: 'appointment', label: 'as appointments' },
        ]}
        value={kind}
        onChange={({ currentTarget: { value } }) => setKind(value === 'appointment' ? 'appointment' : 'block')}
      />
      <Button size="compact-sm" loading={runImport.isPending} onClick={() => runImport.mutate({ id, kind })}>
        Bring in {count.toLocaleString('en')}
      </Button>
    </Group>
  )
}
