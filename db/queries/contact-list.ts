import { and, asc, count, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { addresses, contactAddresses, contacts } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'
import { inOrder, isLiving, type ShownAddress, shownAddress } from './contacts.ts'
import { idsByName, idsOf } from './search-index.ts'

export type ContactKey = { nameKey: string; id: string }

/**
 * A page in the order of names, keyset style, each contact with its addresses: one statement, because the way to the
 * database costs more than the rows. `text` narrows to those who are found by it.
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
    // Sought people are few, so they are sorted; all people are walked through in the index of their names.
    .orderBy(text ? sql`coalesce(${contacts.nameKey}, '')` : asc(contacts.nameKey), asc(contacts.id))
    .limit(limit)
  return withAddresses(db, officeId, inArray(contacts.id, onPage))
}

/** The first people by name of whom this was found, each with their addresses. */
export const contactsFound = (db: Db, officeId: OfficeId, found: SQL, limit: number) =>
  withAddresses(db, officeId, inArray(contacts.id, idsByName(db, found, limit)))

async function withAddresses(db: Db, officeId: OfficeId, isShown: SQL) {
  const { id, name, nameKey, createdAt } = contacts
  const rows = await db
    .select({ id, name, nameKey, createdAt, address: shownAddress })
    .from(contacts)
    .leftJoin(contactAddresses, and(eq(contactAddresses.officeId, officeId), eq(contactAddresses.contactId, id)))
    .leftJoin(addresses, and(eq(addresses.officeId, officeId), eq(addresses.id, contactAddresses.addressId)))
    .where(and(eq(contacts.officeId, officeId), isShown))
    // As an expression, or SQLite walks all names in their index to spare itself the sorting of one page.
    .orderBy(sql`coalesce(${nameKey}, '')`, asc(id), ...inOrder)
  return gathered(rows)
}

/** Whether what was typed stands in the words by which a contact is found: name, addresses, companies, tags, own fields. */
export function textMatches(db: Db, officeId: OfficeId, text: string): SQL | undefined {
  const ids = idsOf(db, officeId, 'contact', text)
  return ids ? inArray(contacts.id, ids) : undefined
}

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

export async function countContacts(db: Db, officeId: OfficeId): Promise<number> {
  const [row] = await db.select({ count: count() }).from(contacts).where(isLiving(officeId))
  return row?.count ?? 0
}
