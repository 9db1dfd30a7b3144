import { type Columns, isSame } from '../../../kernel/columns.ts'
import { searchKey } from '../../../kernel/text.ts'
import type { RowChange } from '../../acts/rules/act-row.ts'
import { addressKey, type DraftedRow, type Known, namedAtKey, type Person } from './known.ts'
import type { ColumnMapping, ImportCounts } from './mapping.ts'
import { whoIs } from './match.ts'
import {
  activityRow,
  companyRow,
  contactRow,
  type Import,
  idOf,
  isMadeBy,
  noteRow,
  TABLES,
  type Table,
  tagRow,
} from './new-rows.ts'
import type { Draft } from './row-draft.ts'

type Outcome = 'created' | 'updated' | 'unchanged' | 'repeated'
export type Applied = {
  /** Rows to be written, table by table. */
  made: ReadonlyMap<Table, Columns[]>
  changed: RowChange[]
  counts: Pick<ImportCounts, Outcome>
  /** Whom these rows made. */
  newcomers: Person[]
}

/**
 * Applies rows one after the other to what is known, so that a row finds whom an earlier one made. What the file says
 * replaces what stood there, what it leaves empty stays, and a name stays as the office wrote it.
 */
export function applyRows(
  rows: readonly DraftedRow[],
  matchBy: ColumnMapping['matchBy'],
  known: Known,
  by: Import,
): Applied {
  const made = new Map<Table, Columns[]>(TABLES.map((table) => [table, []]))
  const newcomers: Person[] = []
  const changed = new Map<Columns, RowChange>()
  const counts = { created: 0, updated: 0, unchanged: 0, repeated: 0 }
  let isChanged = false
  let [number, part] = [0, 0]
  const newId = () => idOf(by.id, number, part++)

  function add(table: Table, columns: Columns): Columns {
    made.get(table)?.push(columns)
    isChanged = true
    return columns
  }

  /** The id of what has this key, made where it is not there. */
  function idIn(index: Map<string, string>, key: string, make: (id: string) => unknown): string {
    const there = index.get(key)
    if (there !== undefined) return there
    const id = newId()
    make(id)
    index.set(key, id)
    return id
  }

  /** Changes columns of a row that is there; of one that was just made, before it is written. */
  function change(table: Table, entry: { before: Columns | null; row: Columns }, columns: Columns) {
    if (Object.entries(columns).every(([name, value]) => isSame(entry.row[name] ?? null, value))) return
    Object.assign(entry.row, columns)
    if (entry.before) changed.set(entry.before, { table, before: entry.before, after: entry.row })
    isChanged = true
  }

  function newPerson(draft: Draft): Person {
    const id = newId()
    const row = add('contacts', contactRow(id, draft.name, by))
    const nothing = {
      addressIds: new Set<string>(),
      companies: new Map(),
      tagIds: new Set<string>(),
      notes: new Set<string>(),
    }
    const person: Person = { id, before: null, row, nameKey: searchKey(draft.name), ...nothing }
    known.people.set(id, person)
    newcomers.push(person)
    add('activities', activityRow(id, id, by, { kind: 'contact_created', title: draft.name }))
    return person
  }

  function setColumns(person: Person, { birthday, fields }: Draft) {
    const { fields: own } = person.row
    const isOwn = typeof own === 'object' && own !== null && !Array.isArray(own)
    change('contacts', person, {
      birthday: birthday ?? person.row.birthday ?? null,
      fields: { ...(isOwn ? own : {}), ...fields },
    })
  }

  function addAddresses(person: Person, draft: Draft) {
    for (const { parts, ...address } of draft.addresses) {
      const key = addressKey(address)
      const id = idIn(known.addresses, key, (id) => add('addresses', { id, ...address, parts, createdAt: by.atMs }))
      if (person.addressIds.has(id)) continue
      const owners = known.atAddress.get(key) ?? []
      add('contactAddresses', { contactId: person.id, addressId: id, isDefault: owners.length === 0, label: null })
      person.addressIds.add(id)
      known.atAddress.set(key, [...owners, person.id])
    }
  }

  function addCompany(person: Person, { company, role }: Draft) {
    if (company === null) return
    const key = searchKey(company)
    const id = idIn(known.companies, key, (id) => add('companies', companyRow(id, company, by)))
    known.namedAt.set(namedAtKey(person.nameKey, key), person.id)
    const there = person.companies.get(id)
    if (there) return change('contactCompanies', there, { role: role ?? there.row.role ?? null })
    const link = { contactId: person.id, companyId: id, role, hasEnded: false, createdAt: by.atMs }
    person.companies.set(id, { before: null, row: add('contactCompanies', link) })
  }

  function addTags(person: Person, names: readonly string[]) {
    for (const name of names) {
      const id = idIn(known.tags, searchKey(name), (id) => add('tags', tagRow(id, name, by, known.tags.size)))
      if (person.tagIds.has(id)) continue
      add('taggings', { tagId: id, record: 'contact', recordId: person.id, createdAt: by.atMs })
      person.tagIds.add(id)
    }
  }

  function addNote(person: Person, text: string | null) {
    if (text === null || person.notes.has(searchKey(text))) return
    const id = newId()
    add('notes', noteRow(id, text, by))
    add('noteLinks', { noteId: id, record: 'contact', recordId: person.id })
    person.notes.add(searchKey(text))
  }

  function apply(draft: Draft): Outcome {
    const found = whoIs(draft, matchBy, known)
    const person = found ?? newPerson(draft)
    isChanged = false
    setColumns(person, draft)
    addAddresses(person, draft)
    addCompany(person, draft)
    addTags(person, draft.tags)
    addNote(person, draft.note)
    if (!found) return 'created'
    if (isMadeBy(by.id, person.id)) return 'repeated'
    if (isChanged) add('activities', activityRow(newId(), person.id, by, { kind: 'contact_updated', title: by.title }))
    return isChanged ? 'updated' : 'unchanged'
  }

  for (const row of rows) {
    ;[number, part] = [row.number, 0]
    counts[apply(row.draft)]++
  }
  return { made, changed: [...changed.values()], counts, newcomers }
}
