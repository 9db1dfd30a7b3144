import { builtIn, type Column } from '../../views/rules/columns.ts'

type Pipelines = {
  pipelines: readonly { id: string; name: string; stages: readonly { id: string; name: string }[] }[]
  lostReasons: readonly { id: string; label: string }[]
}

/** How far a deal is, whatever its stage is called. */
const STATES = [
  { id: 'open', label: 'Open' },
  { id: 'won', label: 'Won' },
  { id: 'lost', label: 'Lost' },
]

/** The columns of a list of deals in an office with these pipelines; where there are several, a stage says of which. */
export function dealColumns({ pipelines, lostReasons }: Pipelines): Column[] {
  const isOne = pipelines.length < 2
  const stages = pipelines.flatMap(({ name, stages: own }) =>
    own.map(({ id, name: stage }) => ({ id, label: isOne ? stage : `${name}: ${stage}` })),
  )
  const choices = pipelines.map(({ id, name }) => ({ id, label: name }))
  return [
    builtIn('title', 'Title', 'text'),
    builtIn('contact', 'Contact', 'linked'),
    builtIn('company', 'Company', 'linked'),
    builtIn('stageId', 'Stage', 'choice', stages),
    builtIn('state', 'State', 'choice', STATES),
    builtIn('pipelineId', 'Pipeline', 'choice', choices),
    builtIn('amountMinor', 'Amount', 'money'),
    builtIn('expectedOn', 'Expected on', 'date'),
    builtIn('ownerId', 'Looked after by', 'member'),
    builtIn('stageSince', 'In this stage since', 'instant'),
    builtIn('closedAt', 'Ended', 'instant'),
    builtIn('lostReasonId', 'Lost because', 'choice', lostReasons),
    builtIn('createdAt', 'Added', 'instant'),
  ]
}
export const FIRST_DEAL_COLUMNS = ['title', 'contact', 'stageId', 'amountMinor', 'expectedOn', 'ownerId']
