import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem } from '../../ui/toast.ts'
import { useOffice } from '../office/use-office.ts'
import classes from './message-row.module.css'
import { stateWords, titleOf } from './state-words.ts'
import type { CustomerMessage } from './types.ts'

/** One message: what it is, what became of it, its words, and a button where it did not go out. */
export function MessageRow({ message }: { message: CustomerMessage }) {
  const { office, mayChange } = useOffice()
  const { id, state, to, subject, text, agreedAt } = message
  const isTroubled = state === 'failed' || state === 'unknown'
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>{titleOf(message)}</div>
        <div className={isTroubled ? classes.bad : classes.detail}>{stateWords(message, office.timeZone)}</div>
        {agreedAt && <div className={classes.good}>They answered that they will come.</div>}
        {text && (
          <details className={classes.detail}>
            <summary>To {to}</summary>
            {subject && <p className={classes.subject}>{subject}</p>}
            <p className={classes.text}>{text}</p>
          </details>
        )}
      </div>
      {isTroubled && mayChange && <SendAgain id={id} />}
    </li>
  )
}

function SendAgain({ id }: { id: string }) {
  const queryClient = useQueryClient()
  const again = useMutation(
    trpc.customerMessages.sendAgain.mutationOptions({
      onSuccess: () => tell('It is being sent again.'),
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.customerMessages.pathFilter()),
    }),
  )
  return (
    <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate({ id })}>
      Send again
    </Button>
  )
}
