import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../../api.ts'
import { sentenceOf } from '../../../../problem.ts'
import { dateWhen } from '../../../../ui/dates.ts'
import { LoadingRows } from '../../../../ui/loading-rows.tsx'
import { Problem } from '../../../../ui/problem.tsx'
import { tellProblem } from '../../../../ui/toast.ts'
import { useOffice } from '../../use-office.ts'
import classes from '../settings.module.css'

/** Where the person is signed in, with the ways to end it. */
export function SessionsList() {
  const { office } = useOffice()
  const { data, error, refetch } = useQuery(trpc.signIn.sessions.queryOptions())
  const { end, endOthers } = useEnding()
  const when = (at: string) => dateWhen(at, office.timeZone)
  return (
    <div className={classes.fieldset}>
      <h3 className={classes.label}>Where you are signed in</h3>
      {!data && !error && <LoadingRows count={1} round={false} />}
      {!data && error && <Problem sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {data && (
        <ul className={classes.rows} aria-label="Where you are signed in">
          {data.map(({ id, device, startedAt, lastUsedAt, isThis }) => (
            <li key={id} className={classes.row}>
              <div className={classes.words}>
                <div className={classes.name}>{isThis ? `${device} (this one)` : device}</div>
                <div className={classes.detail}>
                  Since {when(startedAt)}, last used {when(lastUsedAt)}
                </div>
              </div>
              {!isThis && (
                <Button size="xs" variant="default" onClick={() => end({ sessionId: id })}>
                  Sign out there
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {data && data.length > 1 && (
        <Button mt="sm" size="xs" variant="default" onClick={() => endOthers()}>
          Sign out everywhere else
        </Button>
      )}
    </div>
  )
}

/** Gone from the list at once, and back in it where the server refuses. */
function useEnding() {
  const queryClient = useQueryClient()
  const { queryKey } = trpc.signIn.sessions.queryOptions()
  const settled = {
    onError: (problem: unknown) => tellProblem(sentenceOf(problem)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  }
  const { mutate: end } = useMutation(
    trpc.signIn.endSession.mutationOptions({
      ...settled,
      onMutate: ({ sessionId }) =>
        queryClient.setQueryData(queryKey, (found) => found?.filter(({ id }) => id !== sessionId)),
    }),
  )
  const { mutate: endOthers } = useMutation(
    trpc.signIn.endOtherSessions.mutationOptions({
      ...settled,
      onMutate: () => queryClient.setQueryData(queryKey, (found) => found?.filter(({ isThis }) => isThis)),
    }),
  )
  return { end, endOthers }
}
