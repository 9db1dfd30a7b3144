import {
  addressesAmong,
  belongings,
  companiesNamed,
  companiesOfPeople,
  peopleAt,
  peopleNamed,
  tagsNamed,
} from '../../../db/queries/import-known.ts'
import type { Contact } from '../../../db/schema/contacts.ts'
import type { OfficeCtx } from '../../context.ts'
import { columnsOf } from '../../kernel/columns.ts'
import { searchKey } from '../../kernel/text.ts'
import { addressKey, type DraftedRow, type Known, namedAtKey, nothingKnown } from './rules/known.ts'

type Needs = Pick<OfficeCtx, 'db' | 'officeId'>
const KINDS = ['email', 'phone', 'postal'] as const

/** What the office knows of whatever these rows speak of: a few questions for a thousand rows. */
export async function loadKnown({ db, officeId }: Needs, rows: readonly DraftedRow[]): Promise<Known> {
  const known = nothingKnown()
  const drafts = rows.map(({ draft }) => draft)
  const all = drafts.flatMap(({ addresses }) => addresses)
  const companyKeys = unique(drafts.flatMap(({ company }) => (company === null ? [] : [searchKey(company)])))
  const names = unique(drafts.flatMap(({ company, name }) => (company === null ? [] : [searchKey(name)])))
  const tagKeys = unique(drafts.flatMap(({ tags }) => tags.map((tag) => searchKey(tag))))
  const [addresses, companies, tags, named] = await Promise.all([
    Promise.all(
      KINDS.map((kind) => {
        const values = unique(all.filter((address) => address.kind === kind).map(({ value }) => value))
        return values.length > 0 ? addressesAmong(db, officeId, kind, values) : []
      }),
    ),
    companyKeys.length > 0 ? companiesNamed(db, officeId, companyKeys) : [],
    tagKeys.length > 0 ? tagsNamed(db, officeId, tagKeys) : [],
    names.length > 0 ? peopleNamed(db, officeId, names) : [],
  ])
  const keys = new Map<string, string>()
  for (const address of addresses.flat()) {
    known.addresses.set(addressKey(address), address.id)
    keys.set(address.id, addressKey(address))
  }
  for (const { id, nameKey } of companies) if (!known.companies.has(nameKey)) known.companies.set(nameKey, id)
  for (const { id, nameKey } of tags) known.tags.set(nameKey, id)
  for (const contact of named) addPerson(known, contact)
  await addNamed({ db, officeId }, known, named)
  const there = keys.size > 0 ? await peopleAt(db, officeId, [...keys.keys()]) : []
  for (const { addressId, contact } of there) {
    const key = keys.get(addressId) ?? ''
    known.atAddress.set(key, [...(known.atAddress.get(key) ?? []), contact.id])
    addPerson(known, contact)
  }
  if (known.people.size > 0) await addBelongings({ db, officeId }, known)
  return known
}

/** Who of the people of a name is at which company, the one first who came first. */
async function addNamed({ db, officeId }: Needs, known: Known, named: Contact[]) {
  if (named.length === 0) return
  const ids = named.map(({ id }) => id)
  const works = Map.groupBy(await companiesOfPeople(db, officeId, ids), ({ contactId }) => contactId)
  for (const { id, nameKey } of named)
    for (const { companyKey } of works.get(id) ?? []) {
      const key = namedAtKey(nameKey, companyKey)
      if (!known.namedAt.has(key)) known.namedAt.set(key, id)
    }
}

const unique = (values: string[]) => [...new Set(values)]

function addPerson(known: Known, contact: Contact) {
  if (known.people.has(contact.id)) return
  const before = columnsOf(contact)
  const nothing = {
    addressIds: new Set<string>(),
    companies: new Map(),
    tagIds: new Set<string>(),
    notes: new Set<string>(),
  }
  known.people.set(contact.id, { id: contact.id, before, row: { ...before }, nameKey: contact.nameKey, ...nothing })
}

async function addBelongings({ db, officeId }: Needs, known: Known) {
  const { links, works, tagged, noted } = await belongings(db, officeId, [...known.people.keys()])
  const of = (contactId: string) => known.people.get(contactId)
  for (const { contactId, addressId } of links) of(contactId)?.addressIds.add(addressId)
  for (const { contactId, tagId } of tagged) of(contactId)?.tagIds.add(tagId)
  for (const { contactId, textKey } of noted) of(contactId)?.notes.add(textKey)
  for (const work of works) {
    const before = columnsOf(work)
    of(work.contactId)?.companies.set(work.companyId, { before, row: { ...before } })
  }
}
