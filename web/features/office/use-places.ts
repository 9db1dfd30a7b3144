import { PLACES, type Place } from './places.ts'
import { useWords } from './use-words.ts'

/** Where a member can go, in the words of this office. */
export function usePlaces(): readonly Place[] {
  const { many } = useWords()
  return PLACES.map((place) => (place.to === '/contacts' ? { ...place, label: many } : place))
}
