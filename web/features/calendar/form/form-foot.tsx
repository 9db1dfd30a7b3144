import { Button, Group } from '@mantine/core'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { Alternatives } from '../alternatives.tsx'
import { mayGoPast, type Offer, type Refused } from '../refused.ts'

type Face = {
  refused: Refused | null
  booking: boolean
  isBlock: boolean
  timeZone: string
  nameOf: (id: string) => string
  onCancel: () => void
  onAnyway: () => void
  onOffer: (offer: Offer) => void
}

/** The end of the form: why it was refused, what can be had instead, and the way past what is only a rule. */
export function FormFoot({ refused, booking, isBlock, timeZone, nameOf, onCancel, onAnyway, onOffer }: Face) {
  return (
    <>
      {refused && <FormProblem sentence={refused.sentence} />}
      {refused && <Alternatives offers={refused.alternatives} {...{ timeZone, nameOf }} onChoose={onOffer} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        {refused && mayGoPast(refused) && (
          <Button variant="light" loading={booking} onClick={onAnyway}>
            Book anyway
          </Button>
        )}
        <Button type="submit" loading={booking}>
          {isBlock ? 'Block' : 'Book'}
        </Button>
      </Group>
    </>
  )
}
