import type { Card, Place } from './moved.ts'

const CARD = Symbol('card')
const PLACE = Symbol('place')

type Data = Record<string | symbol, unknown>

/** What a card carries while it is dragged. */
export const heldCard = (card: Card): Data => ({ [CARD]: card })
/** What a place says that a card can be dropped at. */
export const placeData = (place: Place): Data => ({ [PLACE]: place })

const isCard = (value: unknown): value is Card => typeof value === 'object' && value !== null && 'rank' in value
const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'stageId' in value

/** Which card was dropped where; null where it was let go beside every stage, or below itself. */
export function dropped(source: Data, target: Data | undefined): { card: Card; place: Place } | null {
  const [card, place] = [source[CARD], target?.[PLACE]]
  if (!isCard(card) || !isPlace(place) || place.belowId === card.id) return null
  return { card, place }
}
