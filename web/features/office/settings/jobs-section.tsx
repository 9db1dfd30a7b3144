import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { shortWhen } from '../../../ui/dates.ts'
import { tell, tellProblem } from '../../../ui/toast.ts'
import { useOffice } from '../use-office.ts'
import { Section } from './section.tsx'
import classes from './settings.module.css'

/** Work that failed too often to be tried again by itself. */
export function JobsSection() {
  const { office } = useOffice()
  const queryClient = useQueryClient()
  const { data } = useQuery(trpc.jobs.dead.queryOptions())
  const retry = useMutation(
    trpc.jobs.retry.mutationOptions({
      onSuccess: () => tell('It is being tried again.'),
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.jobs.pathFilter()),
    }),
  )
  return (
    <Section id="jobs" title="Stuck work" lead="What failed several times waits here. Nothing is lost by it.">
      {data?.length === 0 && <p className={classes.detail}>Nothing is stuck.</p>}
      {data && data.length > 0 && (
        <ul className={classes.rows}>
          {data.map(({ id, kind, attempts, lastError, createdAt }) => (
            <li key={id} className={classes.row}>
              <div className={classes.words}>
                <div className={classes.name}>{kind.replaceAll('_', ' ')}</div>
                <div className={classes.detail}>
                  {attempts} tries since {shortWhen(createdAt, new Date(), office.timeZone)}. {lastError}
                </div>
              </div>
              <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
                Try again
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
