import { ActionIcon, Button, Group, Modal } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tell, tellProblem } from '../../../ui/toast.ts'

/** Ends a membership. Permissions are asked about before and not undone after. */
export function RemoveMember({ userId, name }: { userId: string; name: string }) {
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const remove = useMutation(
    trpc.office.removeMember.mutationOptions({
      onSuccess: () => tell(`${name} does not work here any more.`),
      onError: (error) => tellProblem(sentenceOf(error)),
      onSettled: () => {
        setAsking(false)
        return queryClient.invalidateQueries(trpc.office.members.pathFilter())
      },
    }),
  )
  return (
    <>
      <ActionIcon aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
        <IconTrash size={16} />
      </ActionIcon>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Remove ${name}?`}>
        <p>{name} is signed out of this office at once. What they did here stays.</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Keep
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ userId })}>
            Remove
          </Button>
        </Group>
      </Modal>
    </>
  )
}
