import { Button } from '@mantine/core'
import { IconMailPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tell, tellProblem } from '../../ui/toast.ts'

/** Lets a mail of a made-up customer arrive, for somebody who wants to see what happens. */
export function TestMailButton() {
  const send = useMutation(
    trpc.inbox.sendTestMail.mutationOptions({
      onSuccess: ({ from, subject }) => tell(`“${subject}” from ${from} is arriving in the inbox.`),
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconMailPlus size={15} />}
      loading={send.isPending}
      onClick={() => send.mutate()}
    >
      Send a test mail
    </Button>
  )
}
