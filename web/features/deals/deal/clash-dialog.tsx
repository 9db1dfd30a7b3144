import { Modal, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../api.ts'
import { FormButtons } from '../../../ui/form-buttons.tsx'
import { inMoney } from '../../../ui/money.ts'
import type { Field } from './types.ts'
import type { Met } from './use-change-deal.ts'

const NAMES: Record<Field, string> = {
  title: 'Title',
  money: 'Amount',
  expectedOn: 'Expected on',
  contactId: 'Contact',
  ownerId: 'Owner',
}

type Face = {
  met: Met
  members: readonly { userId: string; name: string }[]
  onClose: () => void
  /** The fields in which the other's word is to stand. */
  onChoose: (theirs: Field[]) => void
}

/** Somebody else changed the same field: both are shown, and the member chooses, field by field. */
export function ClashDialog({ met: { clash, changes }, members, onClose, onChoose }: Face) {
  const [theirs, setTheirs] = useState<readonly Field[]>(clash.fields)
  const { data: mine } = useQuery(
    trpc.contacts.byId.queryOptions({ id: changes.contactId ?? '' }, { enabled: Boolean(changes.contactId) }),
  )
  const nameOf = (id: string | null | undefined) => members.find(({ userId }) => userId === id)?.name ?? 'Nobody'
  const { now } = clash
  const words: Record<Field, [theirs: string, mine: string]> = {
    title: [now.title, changes.title ?? ''],
    money: [
      now.amountMinor === null ? 'None' : inMoney(now.amountMinor, now.currency),
      changes.money?.amount ? `${changes.money.amount} ${changes.money.currency}` : 'None',
    ],
    expectedOn: [now.expectedOn ?? 'None', changes.expectedOn ?? 'None'],
    contactId: [now.contactName ?? 'Nobody', mine?.name ?? 'Nobody'],
    ownerId: [nameOf(now.ownerId), nameOf(changes.ownerId)],
  }
  const choose = (field: Field, whose: string) =>
    setTheirs([...theirs.filter((each) => each !== field), ...(whose === 'theirs' ? [field] : [])])
  return (
    <Modal opened onClose={onClose} title="Somebody changed this meanwhile" size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onChoose([...theirs])
        }}
      >
        <Stack>
          <Text size="sm">Which is to stand?</Text>
          {clash.fields.map((field) => (
            <Radio.Group
              key={field}
              label={NAMES[field]}
              value={theirs.includes(field) ? 'theirs' : 'mine'}
              onChange={(whose) => choose(field, whose)}
            >
              <Stack gap={6} mt={6}>
                <Radio value="theirs" label={`Theirs: ${words[field][0]}`} />
                <Radio value="mine" label={`Yours: ${words[field][1]}`} />
              </Stack>
            </Radio.Group>
          ))}
          <FormButtons submit="Save" pending={false} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
