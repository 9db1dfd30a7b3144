import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Listed } from '../../../../worker/features/views/rules/view.ts'
import { trpc } from '../../../api.ts'
import { useUndo } from '../../acts/use-undo.ts'
import classes from '../table/table.module.css'
import { started } from './started.ts'

/** While something is under way the screen asks by itself as well, should the desk not be heard. */
const ASK_AGAIN_MS = 3000
const counted = new Intl.NumberFormat('en')

/** How far the large changes of this list are; whoever began one is told of its end, with its undo. */
export function RunningChanges({ record }: { record: Listed }) {
  const { tellStep } = useUndo()
  const { data, dataUpdatedAt } = useQuery(
    trpc.acts.running.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? ASK_AGAIN_MS : false),
    }),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at once, also one that says the same.
  useEffect(() => {
    if (data) for (const step of started.takeEnded(data.map(({ id }) => id))) tellStep(step)
  }, [dataUpdatedAt, tellStep])
  return data
    ?.filter((each) => each.record === record)
    .map(({ id, title, done, total }) => (
      <section key={id} className={classes.progress} aria-label="A change under way">
        <span>{title}</span>
        <progress value={done} max={total} aria-label={title} />
        <span role="status">
          {counted.format(done)} of {counted.format(total)}
        </span>
      </section>
    ))
}
