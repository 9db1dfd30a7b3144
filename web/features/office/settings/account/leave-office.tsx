import { Button, Group, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../../api.ts'
import { sentenceOf } from '../../../../problem.ts'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { startAfresh } from '../../../session/start-afresh.ts'
import { useOffice } from '../../use-office.ts'

/** Ends one's own membership. It is asked about before and not undone after: only an owner can invite again. */
export function LeaveOffice() {
  const { office } = useOffice()
  const [asking, setAsking] = useState(false)
  const leave = useMutation(trpc.office.leave.mutationOptions({ onSuccess: () => startAfresh('/inbox') }))
  const close = () => {
    setAsking(false)
    leave.reset()
  }
  return (
    <>
      <Button mt="xl" size="xs" variant="default" onClick={() => setAsking(true)}>
        Leave {office.name}
      </Button>
      <Modal opened={asking} onClose={close} title={`Leave ${office.name}?`}>
        {leave.error && <FormProblem sentence={sentenceOf(leave.error)} />}
        <p>You see nothing of this office any more. What you did here stays. Only an owner can ask you back.</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            Stay
          </Button>
          <Button color="red" loading={leave.isPending} onClick={() => leave.mutate({ officeId: office.id })}>
            Leave
          </Button>
        </Group>
      </Modal>
    </>
  )
}
