import type { Change, Topic } from '../../../worker/kernel/live.ts'

/** A query as tRPC names it: the path of the procedure, and the part of its input that must match. */
export type TrpcKey = readonly [path: readonly string[], match?: { input: { id: string } }]

const WHOLE: Record<Topic, readonly TrpcKey[]> = {
  conversation: [[['inbox', 'conversations']], [['files']], [['unattended']], [['dashboard']]],
  review: [[['assistant']], [['inbox', 'conversation']]],
  contact: [
    ...([[['contacts']], [['companies']], [['relations']], [['notes']], [['tags']], [['files']]] satisfies TrpcKey[]),
    [['inbox', 'conversations']],
  ],
  task: [[['tasks']], [['files']], [['dashboard']], [['contacts', 'timeline']], [['unattended']]],
  deal: [[['deals']], [['files']], [['pipelines']], [['dashboard']], [['contacts', 'timeline']], [['unattended']]],
  appointment: [
    ...([[['appointments']], [['services']], [['hours']], [['resources']]] satisfies TrpcKey[]),
    ...([[['contacts', 'timeline']], [['unattended']], [['customerMessages']]] satisfies TrpcKey[]),
  ],
  office: [[['office']], [['fields']], [['views']], [['presets']], [['taskTemplates']], [['signIn', 'whoAmI']]],
  jobs: [[['jobs']], [['acts']]],
  notice: [[['notices']]],
  import: [[['imports', 'list']], [['imports', 'byId']]],
  calendar: [[['calendars']], [['appointments', 'outsideBusy']]],
}

/** The query of one conversation, which only its own change makes stale. */
const byId = (topic: Topic, id: string): readonly TrpcKey[] =>
  topic === 'conversation'
    ? [
        [['inbox', 'conversation'], { input: { id } }],
        [['inbox', 'about'], { input: { id } }],
      ]
    : []

/** Which queries a change makes stale: those, and no others. Doubles are left out. */
export function keysOfChange(changes: readonly Pick<Change, 'topic' | 'ids'>[]): TrpcKey[] {
  const keys = changes.flatMap(({ topic, ids }) => [...WHOLE[topic], ...ids.flatMap((id) => byId(topic, id))])
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()]
}
