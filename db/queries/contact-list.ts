import { and, asc, count, eq, exists, gt, inArray, or, sql } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { addresses, contactAddresses, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { inOrder, isLiving, type ShownAddress, shownAddress } from './contacts.ts'
import { contains } from './search.ts'

export type ContactKey = { nameKey: string; id: string }

/**
 * A page in the order of names, keyset style, each contact with its addresses: one statement, because the way to the
 * database costs more than the rows. `text` narrows to names, mail addresses and phones that contain it.
 */
export async function pageOfContacts(
  db: Db,
  officeId: OfficeId,
  page: { text: string; after: ContactKey | null; limit: number },
) {
  const { text, after, limit } = page
  const onPage = db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        isLiving(officeId),
        text ? textMatches(db, officeId, text) : undefined,
        after
          ? or(gt(contacts.nameKey, after.nameKey), and(eq(contacts.nameKey, after.nameKey), gt(contacts.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(asc(contacts.nameKey), asc(contacts.id))
    .limit(limit)
  const { id, name, nameKey, createdAt } = contacts
  const rows = await db
    .select({ id, name, nameKey, createdAt, address: shownAddress })
    .from(contacts)
    .leftJoin(contactAddresses, and(eq(contactAddresses.officeId, officeId), eq(contactAddresses.contactId, id)))
    .leftJoin(addresses, and(eq(addresses.officeId, officeId), eq(addresses.id, contactAddresses.addressId)))
    .where(and(eq(contacts.officeId, officeId), inArray(id, onPage)))
    // As an expression, or SQLite walks all names in their index to spare itself the sorting of one page.
    .orderBy(sql`coalesce(${nameKey}, '')`, asc(id), ...inOrder)
  return gathered(rows)
}

/** Whether the name, a mail address or a phone of a contact contains what was typed. */
export const textMatches = (db: Db, officeId: OfficeId, text: string) =>
  or(nameHolds(text), hasAddressLike(db, officeId, text))

/** The words of a name are typed in any order. */
const nameHolds = (text: string) =>
  and(
    ...text
      .split(/\s+/)
      .slice(0, MOST_WORDS)
      .map((word) => contains(contacts.nameKey, word)),
  )
const MOST_WORDS = 6

/** Rows of one contact after another, one for each of its addresses, made one contact with a list of them. */
function gathered<Row extends { id: string; address: ShownAddress | null }>(rows: Row[]) {
  const contacts = new Map<string, Omit<Row, 'address'> & { addresses: ShownAddress[] }>()
  for (const { address, ...contact } of rows) {
    const known = contacts.get(contact.id) ?? { ...contact, addresses: [] }
    if (address) known.addresses.push(address)
    contacts.set(contact.id, known)
  }
  return [...contacts.values()]
}

function hasAddressLike(db: Db, officeId: OfficeId, text: string) {
  // A phone is stored as digits, however it was typed.
  const digits = text.replace(/[\s().+/-]/g, '')
  const sought = /^\d+$/.test(digits) ? digits.replace(/^0+/, '') || digits : text
  return exists(
    db
      .select({ one: sql`1` })
      .from(contactAddresses)
      .innerJoin(
        addresses,
        and(eq(addresses.officeId, contactAddresses.officeId), eq(addresses.id, contactAddresses.addressId)),
      )
      .where(
        and(
          eq(contactAddresses.officeId, officeId),
          eq(contactAddresses.contactId, contacts.id),
          contains(addresses.value, sought),
        ),
      ),
  )
}

export async function countContacts(db: Db, officeId: OfficeId): Promise<number> {
  const [row] = await db.select({ count: count() }).from(contacts).where(isLiving(officeId))
  return row?.count ?? 0
}
