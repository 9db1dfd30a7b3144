import type { RemotePerson } from '../../support/remote-people.ts'
import { type Engine, find, list, panel, type Statement } from './by-hand.ts'
import { ASKED, SINCE } from './rows.ts'

/** An office that is asked, by its owner. */
export type Office = { id: string; shard: number; owner: RemotePerson }
/** `path` is what our app asks, `byHand` what somebody would write; both must answer with `proof` in it. */
export type Question = { what: string; path: string; byHand: (office: Office) => Statement[]; proof: string }

const asked = (...calls: [name: string, input: object][]) => {
  const input = Object.fromEntries(calls.map(([, each], n) => [n, each]))
  return `${calls.map(([name]) => name).join(',')}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`
}
const condition = (column: string, operator: string, value: string) => ({ column, operator, values: [value] })
const [first = '', last = ''] = ASKED.name.split(' ')
const TYPED = `${last} ${first}`
const FRAGMENT = ASKED.phone.slice(5, 11)
const VIEW = {
  columns: ['name', 'email', 'phone', 'tags', 'lastContactAt'],
  sort: { column: 'lastContactAt', descending: true },
  filter: {
    match: 'all',
    groups: [
      {
        match: 'all',
        conditions: [condition('lastContactAt', 'more', SINCE), condition('ownerId', 'is', ASKED.owner)],
      },
    ],
  },
}

/** What is asked of an office, whatever its size. */
export const questionsOf = (engine: Engine): Question[] => [
  {
    what: 'list 50 contacts with filter and sort',
    path: asked(['contacts.table', { text: '', view: VIEW }]),
    byHand: ({ id }) => list(id, ASKED.owner, engine === 'sqlite' ? Date.parse(SINCE) : SINCE),
    proof: '@mail.test',
  },
  {
    what: 'read one contact with its panel',
    path: asked(['contacts.byId', { id: ASKED.id }], ['contacts.timeline', { id: ASKED.id }]),
    byHand: ({ id }) => panel(id, ASKED.id),
    proof: ASKED.email,
  },
  {
    what: `search by name (“${TYPED}”)`,
    path: asked(['search.find', { text: TYPED }]),
    byHand: ({ id }) => find(engine, id, TYPED.split(' '), 'n'),
    proof: ASKED.name,
  },
  {
    what: 'search by a phone fragment',
    path: asked(['search.find', { text: `${FRAGMENT.slice(0, 2)}/${FRAGMENT.slice(2)}` }]),
    byHand: ({ id }) => find(engine, id, [FRAGMENT], 'w'),
    proof: ASKED.name,
  },
]
