import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../worker/trpc/router.ts'
import { dateWhen, longWhen } from '../../ui/dates.ts'
import { useUndo } from '../acts/use-undo.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './step-row.module.css'

type Step = inferRouterOutputs<AppRouter>['acts']['list']['rows'][number]

/** The word on the button that takes back a step of this kind. */
const WORDS: Record<string, string> = { trash: 'Restore', merge: 'Part again' }

/** One step, with when it was done and until when it can be taken back. */
export function StepRow({ step: { id, kind, title, state, createdAt, expiresAt } }: { step: Step }) {
  const { office, mayChange } = useOffice()
  const { undo, undoing } = useUndo()
  const isRunning = state === 'undoing'
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        <div className={classes.detail}>
          {longWhen(createdAt, office.timeZone)} · can be taken back until {dateWhen(expiresAt, office.timeZone)}
        </div>
      </div>
      {mayChange && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowBackUp size={15} />}
          aria-label={`${WORDS[kind] ?? 'Undo'}: ${title}`}
          loading={undoing || isRunning}
          onClick={() => undo({ id })}
        >
          {WORDS[kind] ?? 'Undo'}
        </Button>
      )}
    </li>
  )
}
