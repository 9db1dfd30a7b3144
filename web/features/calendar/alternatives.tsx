import { Button, Group, Text } from '@mantine/core'
import { whenWords } from './clock-words.ts'
import type { Offer } from './refused.ts'

type Face = {
  offers: readonly Offer[]
  timeZone: string
  nameOf: (id: string) => string
  onChoose: (offer: Offer) => void
}

/** Times that can be had instead. */
export function Alternatives({ offers, timeZone, nameOf, onChoose }: Face) {
  if (offers.length === 0) return null
  return (
    <div>
      <Text size="xs" c="dimmed" mb={6}>
        These are free:
      </Text>
      <Group gap={6}>
        {offers.map((offer) => (
          <Button
            key={offer.startsAt}
            size="compact-sm"
            variant="default"
            title={offer.staffIds.map(nameOf).join(', ')}
            onClick={() => onChoose(offer)}
          >
            {whenWords(offer.startsAt, timeZone)}
          </Button>
        ))}
      </Group>
    </div>
  )
}
