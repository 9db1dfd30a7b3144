import { alone, commit } from '../../db/queries/plan.ts'
import { companySource } from '../../db/queries/table/companies.ts'
import { contactSource } from '../../db/queries/table/contacts.ts'
import { dealSource } from '../../db/queries/table/deals.ts'
import type { Source } from '../../db/queries/table/source.ts'
import { taskSource } from '../../db/queries/table/tasks.ts'
import { companies } from '../../db/schema/companies.ts'
import { addresses, contactAddresses, contactCompanies, contacts } from '../../db/schema/contacts.ts'
import { deals, lostReasons, pipelines, stages } from '../../db/schema/deals.ts'
import type { Db } from '../../db/schema/index.ts'
import { taggings, tags } from '../../db/schema/records.ts'
import { tasks } from '../../db/schema/tasks.ts'
import { COMPANY_COLUMNS } from '../../worker/features/companies/rules/columns.ts'
import { CONTACT_COLUMNS } from '../../worker/features/contacts/rules/columns.ts'
import { dealColumns } from '../../worker/features/deals/rules/columns.ts'
import { TASK_COLUMNS } from '../../worker/features/tasks/rules/columns.ts'
import { type Column, columnsWith, type OwnField } from '../../worker/features/views/rules/columns.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import { DAY_MS, NOW, type Plain } from './plain-table.ts'
import { address, at, contact, deal, ours, task, theirs } from './rows.ts'

/** A kind of record with the same rows twice: as the database holds them, and plainly. */
export type Kind = { name: string; source: Source; columns: readonly Column[]; rows: readonly Plain[] }

const FIELDS: OwnField[] = [
  { id: 'n', label: 'Visits', kind: 'number', options: [] },
  { id: 't', label: 'Street', kind: 'text', options: [] },
  { id: 'y', label: 'Private', kind: 'flag', options: [] },
  { id: 'd', label: 'Recall', kind: 'date', options: [] },
  { id: 'm', label: 'Budget', kind: 'money', options: [] },
  {
    id: 'c',
    label: 'Plan',
    kind: 'choice',
    options: [
      { id: 'o1', label: 'Gold' },
      { id: 'o2', label: 'Basic' },
    ],
  },
]
const NAMES = ['Ann Berger', 'ben', 'Çem Öz', 'Dag 100%', 'Elm_e', 'Ann Berger']
const COUNT = 23
const numbers = Array.from({ length: COUNT }, (_, number) => number)
const day = (number: number) => new Date(NOW + ((number % 11) - 5) * DAY_MS).toISOString().slice(0, 10)
const instant = (number: number) => new Date(NOW - ((number * 5) % 13) * DAY_MS - (number % 3))
const some = <T>(isThere: boolean, value: T): T | null => (isThere ? value : null)

/** The values of own fields that record number so-and-so has. */
const own = (number: number): Record<string, string | number | boolean> => ({
  ...(number % 2 === 0 ? { n: (number * 37) % 110 } : {}),
  ...(number % 4 === 1 ? { t: `Elm ${number % 3}` } : {}),
  ...(number % 5 === 0 ? { y: number % 2 === 0 } : {}),
  ...(number % 6 === 0 ? { d: day(number) } : {}),
  ...(number % 3 === 0 ? { m: number * 1250 } : {}),
  ...(number % 7 < 3 ? { c: number % 2 === 0 ? 'o1' : 'o2' } : {}),
})
const plainOwn = (number: number) =>
  Object.fromEntries(Object.entries(own(number)).map(([id, value]) => [`field:${id}`, value]))

const nameOf = (number: number) => NAMES[number % NAMES.length] ?? ''
const CONTACTS = numbers.map((number) => ({
  id: `p${number}`,
  name: nameOf(number),
  birthday: some(number % 3 === 0, `${number % 2 === 0 ? '-' : '1960'}-${day(number).slice(5)}`),
  ownerId: some(number % 4 !== 0, `u${1 + (number % 2)}`),
  lastContactAt: some(number % 5 !== 0, instant(number)),
  createdAt: at(number % 7),
  fields: own(number),
}))
const email = (number: number) => `${number}@${number % 2 === 0 ? 'north' : 'south'}.test`
const phone = (number: number) => `+4930901${800 + number}`
const hasEmail = (number: number) => number % 3 !== 1
const hasPhone = (number: number) => number % 4 === 2
const tagOf = (number: number) => (number % 5 === 0 ? ['t1'] : number % 5 === 1 ? ['t1', 't2'] : [])
/** The third company lies in the trash, and who is in it by number. */
const ARCHIVED = 2
const companyOf = (number: number) => some(number % 3 === 0, number % 7)
const hasLeft = (number: number) => number % 2 === 1

const COMPANIES = numbers.slice(0, 21).map((number) => ({
  id: `f${number}`,
  name: nameOf(number + 2),
  website: some(number % 3 !== 0, `https://shop${number % 4}.test/`),
  taxId: some(number % 4 === 1, `DE${number}`),
  ownerId: some(number % 2 === 0, `u${1 + (number % 3)}`),
  createdAt: at(number % 5),
  fields: own(number),
  archivedAt: some(number === ARCHIVED, at(50)),
}))
const companyName = (number: number) => COMPANIES[number]?.name ?? ''

const STAGES = [
  { id: 's0', pipelineId: 'w0', name: 'New', kind: 'open' as const },
  { id: 's1', pipelineId: 'w0', name: 'Won', kind: 'won' as const },
  { id: 's2', pipelineId: 'w1', name: 'Lost', kind: 'lost' as const },
]
const PIPELINES = ['w0', 'w1'].map((id) => ({
  id,
  name: id,
  stages: STAGES.filter(({ pipelineId }) => pipelineId === id),
}))
const REASONS = [{ id: 'r1', label: 'Too expensive' }]
const DEALS = numbers.map((number) => ({
  id: `d${number}`,
  title: nameOf(number + 1),
  contactId: some(number % 3 !== 2, `p${number % 6}`),
  companyId: some(number % 4 === 0, `f${number % 5}`),
  stageId: `s${number % 3}`,
  amountMinor: some(number % 5 !== 4, (number * 1250) % 10_000),
  expectedOn: some(number % 4 !== 3, day(number)),
  ownerId: some(number % 2 === 1, `u${1 + (number % 3)}`),
  stageSince: instant(number),
  closedAt: some(number % 3 !== 0, instant(number + 4)),
  lostReasonId: some(number % 6 === 2, 'r1'),
  createdAt: at(number % 6),
  fields: own(number),
}))
const TASKS = numbers.map((number) => ({
  id: `k${number}`,
  title: nameOf(number + 3),
  dueOn: some(number % 5 !== 0, day(number)),
  assigneeId: some(number % 3 !== 0, `u${1 + (number % 2)}`),
  priority: (['low', 'normal', 'high'] as const)[number % 3] ?? 'normal',
  isWaiting: number % 4 === 0,
  contactId: some(number % 2 === 0, `p${number % 5}`),
  doneAt: some(number % 6 < 2, instant(number)),
  snoozedUntil: some(number % 7 === 3, instant(number + 1)),
  createdAt: at(number % 4),
}))

/** All of one office, and of the other a single stranger of each kind. */
export async function writeRecords(db: Db): Promise<void> {
  await commit(
    db,
    alone((db) => {
      const [first, ...others] = rowsOf(db, ours)
      return first ? [first, ...others, ...strangers(db, theirs)] : []
    }),
  )
}

type Written = ReturnType<Parameters<typeof alone>[0]>
const ofOffice = { source: 'member' as const, version: 1 }

function rowsOf(db: Db, officeId: OfficeId): Written {
  return [
    ...COMPANIES.map((row) =>
      db.insert(companies).values({ officeId, ...ofOffice, ...row, nameKey: searchKey(row.name) }),
    ),
    ...CONTACTS.map((row) =>
      db.insert(contacts).values({ ...contact(officeId, row.id, row), nameKey: searchKey(row.name) }),
    ),
    ...numbers.filter(hasEmail).map((n) => db.insert(addresses).values(address(officeId, `e${n}`, email(n)))),
    ...numbers
      .filter(hasPhone)
      .map((n) => db.insert(addresses).values(address(officeId, `h${n}`, phone(n), { kind: 'phone' }))),
    ...numbers.filter(hasEmail).map((n) => db.insert(contactAddresses).values(linkOf(officeId, n, `e${n}`))),
    ...numbers.filter(hasPhone).map((n) => db.insert(contactAddresses).values(linkOf(officeId, n, `h${n}`))),
    ...numbers.flatMap((n) => {
      const company = companyOf(n)
      if (company === null) return []
      const row = { officeId, contactId: `p${n}`, companyId: `f${company}`, hasEnded: hasLeft(n), createdAt: at(0) }
      return [db.insert(contactCompanies).values(row)]
    }),
    ...['t1', 't2'].map((id) =>
      db.insert(tags).values({ officeId, id, name: id, nameKey: id, color: 'teal', createdAt: at(0) }),
    ),
    ...numbers.flatMap((n) =>
      tagOf(n).map((tagId) =>
        db.insert(taggings).values({ officeId, tagId, record: 'contact', recordId: `p${n}`, createdAt: at(0) }),
      ),
    ),
    ...PIPELINES.map(({ id, name }, position) => db.insert(pipelines).values({ officeId, id, name, position })),
    ...STAGES.map((stage, position) => db.insert(stages).values({ officeId, ...stage, position })),
    ...REASONS.map((reason, position) => db.insert(lostReasons).values({ officeId, ...reason, position })),
    ...DEALS.map((row) => db.insert(deals).values({ ...deal(officeId, row.id, row), titleKey: searchKey(row.title) })),
    ...TASKS.map((row) => db.insert(tasks).values({ ...task(officeId, row.id, row), titleKey: searchKey(row.title) })),
  ]
}

const linkOf = (officeId: OfficeId, number: number, addressId: string) => ({
  ...{ officeId, contactId: `p${number}`, addressId, isDefault: true, label: null, createdAt: at(0) },
})

function strangers(db: Db, officeId: OfficeId): Written {
  const id = 'stranger'
  return [
    db.insert(companies).values({ officeId, id, ...ofOffice, name: 'Berg', nameKey: 'berg', createdAt: at(0) }),
    db.insert(contacts).values({ ...contact(officeId, id), nameKey: 'berg' }),
    db.insert(pipelines).values({ officeId, id: 'w0', name: 'w0', position: 0 }),
    db.insert(stages).values({ officeId, ...STAGES[0]!, position: 0 }),
    db.insert(deals).values({ ...deal(officeId, id, { stageId: 's0', contactId: id }), titleKey: 'berg' }),
    db.insert(tasks).values({ ...task(officeId, id, { contactId: id }), titleKey: 'berg' }),
  ]
}

/** A row with its instants in milliseconds and its own fields as columns. */
const plain = (
  row: { id: string; fields?: unknown; archivedAt?: unknown },
  number: number,
  more: Plain['values'] = {},
): Plain => {
  const { fields, archivedAt: _, ...columns } = row
  const values = Object.entries<unknown>(columns).map(([name, value]) => [
    name,
    value instanceof Date ? value.getTime() : value,
  ])
  return { id: row.id, values: { ...Object.fromEntries(values), ...(fields ? plainOwn(number) : {}), ...more } }
}

const living = (number: number) => number !== ARCHIVED
export const KINDS: Kind[] = [
  {
    ...{ name: 'contacts', source: contactSource, columns: columnsWith(CONTACT_COLUMNS, FIELDS) },
    rows: CONTACTS.map((row, n) => {
      const company = companyOf(n)
      return plain(row, n, {
        email: hasEmail(n) ? [email(n)] : [],
        phone: hasPhone(n) ? [phone(n)] : [],
        tags: tagOf(n),
        company: company !== null && living(company) ? [companyName(company)] : [],
      })
    }),
  },
  {
    ...{ name: 'companies', source: companySource, columns: columnsWith(COMPANY_COLUMNS, FIELDS) },
    rows: COMPANIES.map((row, n) => {
      const there = numbers.filter((each) => companyOf(each) === n && !hasLeft(each))
      return plain(row, n, { people: there.map(nameOf) })
    }).filter((_, n) => living(n)),
  },
  {
    name: 'deals',
    source: dealSource,
    columns: columnsWith(dealColumns({ pipelines: PIPELINES, lostReasons: REASONS }), FIELDS),
    rows: DEALS.map((row, n) => {
      const stage = STAGES.find(({ id }) => id === row.stageId)
      return plain(row, n, {
        contact: row.contactId ? [nameOf(n % 6)] : [],
        company: row.companyId && living(n % 5) ? [companyName(n % 5)] : [],
        ...{ state: stage?.kind ?? null, pipelineId: stage?.pipelineId ?? null },
      })
    }),
  },
  {
    ...{ name: 'tasks', source: taskSource, columns: TASK_COLUMNS },
    rows: TASKS.map((row, n) => plain(row, n, { contact: row.contactId ? [nameOf(n % 5)] : [] })),
  },
]
