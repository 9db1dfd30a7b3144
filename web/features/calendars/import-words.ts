import type { CalendarImport } from './types.ts'

const number = (count: number) => count.toLocaleString('en')

/** How it stands with a file, in a few words. */
export function stateWords({ state, left, outcome }: Pick<CalendarImport, 'state' | 'left' | 'outcome'>): string {
  switch (state) {
    case 'uploaded':
      return 'being looked through …'
    case 'checked':
      return outcome?.toAdd === 0 ? 'nothing to bring in' : 'not brought in yet'
    case 'running':
      return 'being brought in …'
    case 'done':
      return 'brought in'
    case 'failed':
      return 'could not be read'
    case 'undoing':
      return 'being taken back …'
    case 'undone':
      return left === 0 ? 'taken back' : `taken back, but for ${number(left)} that somebody changed since`
  }
}

/** What would come of a file, or came, one line for each kind that there is. */
export function countWords(outcome: NonNullable<CalendarImport['outcome']>, isDone: boolean): string[] {
  const { toAdd, added, same, elsewhere, cancelled, overlapping, refused, others, endless, isCut } = outcome
  const count = isDone ? added : toAdd
  const lines: [number, string, string][] = [
    [same, 'is here already', 'are here already'],
    [elsewhere, 'is here at another time, and stays there', 'are here at another time, and stay there'],
    [cancelled, 'was called off here, and stays so', 'were called off here, and stay so'],
    [overlapping, 'overlaps with what is booked', 'overlap with what is booked'],
    [refused, 'event cannot be taken', 'events cannot be taken'],
    [others, 'takes no time, or is free there', 'take no time, or are free there'],
  ]
  return [
    `${count === 0 ? 'Nothing' : number(count)} ${isDone ? 'brought in' : 'would come in'}`,
    ...lines.flatMap(([n, one, many]) => (n > 0 ? [`${number(n)} ${n === 1 ? one : many}`] : [])),
    ...(endless > 0 ? ['What repeats without end comes in for two years'] : []),
    ...(isCut ? ['The file has more dates than 2,000: the first 2,000 were looked at'] : []),
  ]
}
