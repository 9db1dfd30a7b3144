import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Alternatives } from './alternatives.tsx'
import { whenWords } from './clock-words.ts'
import { mayGoPast, type Offer } from './refused.ts'
import { whoseName } from './status-words.ts'
import { isTimed } from './types.ts'
import type { MoveAsked, MoveRefused } from './use-move.ts'

type Face = {
  refused: MoveRefused
  nameOf: (id: string) => string
  onMove: (asked: MoveAsked) => void
  onClose: () => void
}

/** Why something could not be moved, and what can be done instead: another time, all the same, or nothing. */
export function RefusedMove({ refused, nameOf, onMove, onClose }: Face) {
  const { asked, sentence, alternatives, now } = refused
  const { appointment, timeZone, startsAt, endsAt } = asked
  const again = (change: Partial<MoveAsked>) => {
    onClose()
    onMove({ ...asked, ...change })
  }
  const choose = ({ startsAt: at, staffIds }: Offer) => {
    const same = asked.staffIds.every((id) => staffIds.includes(id))
    again({ startsAt: at, endsAt: at + endsAt - startsAt, staffIds: same ? asked.staffIds : staffIds.slice(0, 1) })
  }
  const isOvertaken = now !== null && isTimed(now)
  return (
    <Modal
      opened
      onClose={onClose}
      title={isOvertaken ? 'Somebody changed this meanwhile' : 'It stays where it was'}
      size="sm"
    >
      <Stack>
        {isOvertaken ? (
          <Text size="sm">
            {whoseName(appointment)} is now {whenWords(now.startsAt, timeZone)}
            {now.staffIds.length > 0 && `, with ${now.staffIds.map(nameOf).join(' and ')}`}. Yours would be{' '}
            {whenWords(startsAt, timeZone)}.
          </Text>
        ) : (
          <Text size="sm">{sentence}</Text>
        )}
        <Alternatives offers={alternatives} timeZone={timeZone} nameOf={nameOf} onChoose={choose} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {isOvertaken ? 'Leave theirs' : 'Leave it'}
          </Button>
          {isOvertaken && <Button onClick={() => again({ appointment: now })}>Take mine</Button>}
          {mayGoPast(refused) && <Button onClick={() => again({ override: true })}>Move anyway</Button>}
        </Group>
      </Stack>
    </Modal>
  )
}
