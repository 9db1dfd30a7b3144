import { Button, Group, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { tellProblem } from '../../../ui/toast.ts'
import { startAfresh } from '../../session/start-afresh.ts'
import { useWords } from '../use-words.ts'
import { Section } from './section.tsx'

/** The way out of the demo. What cannot be taken back is asked about before. */
export function DemoSection() {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const remove = useMutation(
    trpc.office.removeDemo.mutationOptions({
      onSuccess: () => startAfresh('/'),
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  return (
    <Section id="demo" title="Demo office" lead="This office is made up, with everything in it.">
      <Button variant="default" onClick={() => setAsking(true)}>
        Remove the demo office
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Remove the demo office?">
        <p>Its {words.inMany}, messages, tasks and deals are removed for good. Your account stays.</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Keep it
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            Remove it
          </Button>
        </Group>
      </Modal>
    </Section>
  )
}
