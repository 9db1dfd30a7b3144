import { and, asc, count, desc, eq, exists, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { isOneOf } from '#dialect'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { searchKey } from '../../worker/kernel/text.ts'
import { appointments } from '../schema/appointments.ts'
import {
  type Address,
  addresses,
  type Contact,
  contactAddresses,
  contacts,
  households,
  type NewAddress,
  type NewContact,
} from '../schema/contacts.ts'
import { deals } from '../schema/deals.ts'
import { conversations } from '../schema/inbox.ts'
import type { Db } from '../schema/index.ts'
import { tasks } from '../schema/tasks.ts'
import { contains } from './search.ts'

const isContact = (officeId: OfficeId, id: string) => and(eq(contacts.officeId, officeId), eq(contacts.id, id))
const isLiving = (officeId: OfficeId) => and(eq(contacts.officeId, officeId), isNull(contacts.archivedAt))

// ── Statements, for plans ────────────────────────────────────────────────────

export const insertContact = (db: Db, contact: Omit<NewContact, 'nameKey'>) =>
  db.insert(contacts).values({ ...contact, nameKey: searchKey(contact.name) })

/** Refused by the unique index when somebody else has just written the same address. */
export const insertAddress = (db: Db, address: NewAddress) => db.insert(addresses).values(address)

export const linkAddress = (db: Db, link: typeof contactAddresses.$inferInsert) =>
  db.insert(contactAddresses).values(link).onConflictDoNothing()

export const unlinkAddress = (db: Db, officeId: OfficeId, contactId: string, addressId: string) =>
  db
    .delete(contactAddresses)
    .where(
      and(
        eq(contactAddresses.officeId, officeId),
        eq(contactAddresses.contactId, contactId),
        eq(contactAddresses.addressId, addressId),
      ),
    )

/** Renames the version that was read and no other. */
export const renameContact = (db: Db, officeId: OfficeId, id: string, version: number, name: string) =>
  db
    .update(contacts)
    .set({ name, nameKey: searchKey(name), version: version + 1 })
    .where(and(isContact(officeId, id), eq(contacts.version, version)))
    .returning({ id: contacts.id })

export const archiveContact = (db: Db, officeId: OfficeId, id: string, at: Date | null) =>
  db.update(contacts).set({ archivedAt: at }).where(isContact(officeId, id))

// ── Questions ────────────────────────────────────────────────────────────────

/** The living people an address belongs to, the one usually meant first. */
export async function contactsAt(db: Db, officeId: OfficeId, kind: Address['kind'], value: string) {
  const rows = await db
    .select({ contact: contacts })
    .from(addresses)
    .innerJoin(
      contactAddresses,
      and(eq(contactAddresses.officeId, addresses.officeId), eq(contactAddresses.addressId, addresses.id)),
    )
    .innerJoin(contacts, and(eq(contacts.officeId, addresses.officeId), eq(contacts.id, contactAddresses.contactId)))
    .where(
      and(
        eq(addresses.officeId, officeId),
        eq(addresses.kind, kind),
        eq(addresses.value, value),
        isNull(contacts.archivedAt),
      ),
    )
    .orderBy(desc(contactAddresses.isDefault), asc(contacts.createdAt), asc(contacts.id))
  return rows.map((row) => row.contact)
}

export async function addressBy(db: Db, officeId: OfficeId, kind: Address['kind'], value: string) {
  const [row] = await db
    .select()
    .from(addresses)
    .where(and(eq(addresses.officeId, officeId), eq(addresses.kind, kind), eq(addresses.value, value)))
  return row ?? null
}

export async function contactById(db: Db, officeId: OfficeId, id: string): Promise<Contact | null> {
  const [row] = await db.select().from(contacts).where(isContact(officeId, id))
  return row ?? null
}

const shownAddress = { id: addresses.id, kind: addresses.kind, value: addresses.value, asTyped: addresses.asTyped }
type ShownAddress = Pick<Address, keyof typeof shownAddress>
const inOrder = [asc(addresses.kind), asc(addresses.createdAt), asc(addresses.id)]

export async function addressesOf(db: Db, officeId: OfficeId, contactIds: string[]) {
  return db
    .select({ contactId: contactAddresses.contactId, ...shownAddress })
    .from(contactAddresses)
    .innerJoin(
      addresses,
      and(eq(addresses.officeId, contactAddresses.officeId), eq(addresses.id, contactAddresses.addressId)),
    )
    .where(and(eq(contactAddresses.officeId, officeId), isOneOf(contactAddresses.contactId, contactIds)))
    .orderBy(...inOrder)
}

/** A household with its living people. */
export async function householdOf(db: Db, officeId: OfficeId, householdId: string) {
  const [people, [household]] = await Promise.all([
    db
      .select({ id: contacts.id, name: contacts.name })
      .from(contacts)
      .where(and(isLiving(officeId), eq(contacts.householdId, householdId)))
      .orderBy(asc(contacts.nameKey), asc(contacts.id)),
    db
      .select()
      .from(households)
      .where(and(eq(households.officeId, officeId), eq(households.id, householdId))),
  ])
  return household ? { id: household.id, name: household.name, people } : null
}

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
        text ? or(nameHolds(text), hasAddressLike(db, officeId, text)) : undefined,
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

/** Whether somebody at this address was archived, and all that they ever wrote lies in the spam. */
export async function wasPutAwayAsSpam(db: Db, officeId: OfficeId, email: string): Promise<boolean> {
  const rows = await db
    .select({ status: conversations.status, archivedAt: contacts.archivedAt })
    .from(addresses)
    .innerJoin(
      contactAddresses,
      and(eq(contactAddresses.officeId, officeId), eq(contactAddresses.addressId, addresses.id)),
    )
    .innerJoin(contacts, and(eq(contacts.officeId, officeId), eq(contacts.id, contactAddresses.contactId)))
    .innerJoin(conversations, and(eq(conversations.officeId, officeId), eq(conversations.contactId, contacts.id)))
    .where(and(eq(addresses.officeId, officeId), eq(addresses.kind, 'email'), eq(addresses.value, email)))
  return rows.length > 0 && rows.every(({ status, archivedAt }) => status === 'spam' && archivedAt !== null)
}

/** Whether anything hangs on the contact besides this conversation. */
export async function hasMoreThan(db: Db, officeId: OfficeId, contactId: string, conversationId: string) {
  const found = await Promise.all([
    db
      .select({ id: conversations.id })
      .from(conversations)
      .where(
        and(
          eq(conversations.officeId, officeId),
          eq(conversations.contactId, contactId),
          ne(conversations.id, conversationId),
        ),
      )
      .limit(1),
    ...[tasks, deals, appointments].map((table) =>
      db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.officeId, officeId), eq(table.contactId, contactId), isNull(table.archivedAt)))
        .limit(1),
    ),
  ])
  return found.some((rows) => rows.length > 0)
}
