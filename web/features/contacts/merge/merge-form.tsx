import { Button, Group } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { sentenceOf } from '../../../problem.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { LoadingRows } from '../../../ui/loading-rows.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useUndo } from '../../acts/use-undo.ts'
import { useOffice } from '../../office/use-office.ts'
import type { Contact } from '../types.ts'
import { fieldsToChoose, type Words } from './fields-to-choose.ts'
import classes from './merge.module.css'
import { MergeTable } from './merge-table.tsx'

type Face = { keepId: string; dropId: string; onDone: () => void; onBack?: () => void }

/** Two contacts side by side: which one stays, and whose value of each field. */
export function MergeForm({ keepId, dropId, onDone, onBack }: Face) {
  const [[keep, drop], setOrder] = useState<[string, string]>([keepId, dropId])
  const kept = useQuery(trpc.contacts.byId.queryOptions({ id: keep }))
  const dropped = useQuery(trpc.contacts.byId.queryOptions({ id: drop }))
  const fields = useQuery(trpc.fields.list.queryOptions({ record: 'contact' }))
  const members = useQuery(trpc.office.members.queryOptions())
  const { office } = useOffice()
  const asked = [kept, dropped, fields, members]
  const error = asked.find((each) => each.error)?.error
  if (error)
    return (
      <Problem sentence={sentenceOf(error)} onRetry={() => void Promise.all(asked.map((each) => each.refetch()))} />
    )
  if (!kept.data || !dropped.data || !fields.data || !members.data) return <LoadingRows count={3} round={false} />
  const swap = () => setOrder([drop, keep])
  const words = { fields: fields.data, members: members.data.members, currency: office.currency }
  const pair = { keep: kept.data, drop: dropped.data, onSwap: swap, onDone }
  return <Choices key={keep} {...pair} words={words} {...(onBack ? { onBack } : {})} />
}

type ChoicesFace = {
  keep: Contact
  drop: Contact
  words: Words
  onSwap: () => void
  onDone: () => void
  onBack?: () => void
}

function Choices({ keep, drop, words, onSwap, onDone, onBack }: ChoicesFace) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { tellStep } = useUndo()
  const fields = fieldsToChoose(keep, drop, words)
  const [fromOther, setFromOther] = useState(fields.filter(({ kept }) => kept === null).map(({ name }) => name))
  const merge = useMutation(
    trpc.contacts.merge.mutationOptions({
      onSuccess: async (step) => {
        onDone()
        tellStep(step)
        await navigate({ to: '/contacts/$contactId', params: { contactId: step.id } })
      },
      onSettled: () => queryClient.invalidateQueries(),
    }),
  )
  return (
    <div>
      {merge.error && <FormProblem sentence={sentenceOf(merge.error)} />}
      <MergeTable keep={keep} drop={drop} fields={fields} fromOther={fromOther} onChoose={setFromOther} />
      <p className={classes.lead}>
        All messages, tasks, deals, notes and addresses of both will stand on {keep.name}. You can part them again for
        30 days.
      </p>
      <Group justify="space-between">
        <Group gap="xs">
          {onBack && (
            <Button variant="subtle" onClick={onBack}>
              Back
            </Button>
          )}
          <Button variant="default" leftSection={<IconArrowsExchange size={16} />} onClick={onSwap}>
            Keep the other one
          </Button>
        </Group>
        <Button loading={merge.isPending} onClick={() => merge.mutate({ keepId: keep.id, dropId: drop.id, fromOther })}>
          Merge
        </Button>
      </Group>
    </div>
  )
}
