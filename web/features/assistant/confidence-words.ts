const VERY_SURE = 0.95
const SURE = 0.85
const FAIRLY_SURE = 0.65

/** A confidence from 0 to 1 in words, because nobody knows what 0.87 feels like. */
export function confidenceWords(confidence: number): string {
  if (confidence >= VERY_SURE) return 'Very sure'
  if (confidence >= SURE) return 'Sure'
  if (confidence >= FAIRLY_SURE) return 'Fairly sure'
  return 'Not sure'
}

/** A share from 0 to 1 as whole percent. */
export const inPercent = (share: number) => `${Math.round(share * 100)} %`
