import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import classes from './message-card.module.css'

/** A message of which nobody knows whether it went out: somebody who can find out decides. */
export function PerhapsSent({ id }: { id: string }) {
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation(
    trpc.inbox.settleMessage.mutationOptions({
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => queryClient.invalidateQueries(trpc.inbox.conversation.pathFilter()),
    }),
  )
  return (
    <div className={`${classes.state} ${classes.bad}`}>
      <IconAlertTriangle size={14} aria-hidden />
      <span>We were interrupted, so this may have gone out or not.</span>
      <Button size="compact-xs" variant="default" disabled={isPending} onClick={() => mutate({ id, asSent: true })}>
        It was sent
      </Button>
      <Button size="compact-xs" variant="default" disabled={isPending} onClick={() => mutate({ id, asSent: false })}>
        Send again
      </Button>
    </div>
  )
}
