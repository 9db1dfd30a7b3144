import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { contacts, relationKinds, relations } from '../schema/contacts.ts'
import type { Db } from '../schema/index.ts'

/** The kinds of relation that the office uses beyond the usual ones, and those of the usual that it has used. */
export async function relationKindsOf(db: Db, officeId: OfficeId) {
  return db
    .select()
    .from(relationKinds)
    .where(eq(relationKinds.officeId, officeId))
    .orderBy(asc(relationKinds.position), asc(relationKinds.id))
}

/** What a person is to others and others to them, each told from both sides; only where the other lives. */
export async function relationsOf(db: Db, officeId: OfficeId, contactId: string) {
  const rows = await db
    .select({ relation: relations, kind: relationKinds, other: { id: contacts.id, name: contacts.name } })
    .from(relations)
    .innerJoin(relationKinds, and(eq(relationKinds.officeId, officeId), eq(relationKinds.id, relations.kindId)))
    .innerJoin(
      contacts,
      and(
        eq(contacts.officeId, officeId),
        or(
          and(eq(relations.fromId, contactId), eq(contacts.id, relations.toId)),
          and(eq(relations.toId, contactId), eq(contacts.id, relations.fromId)),
        ),
      ),
    )
    .where(
      and(
        eq(relations.officeId, officeId),
        or(eq(relations.fromId, contactId), eq(relations.toId, contactId)),
        isNull(contacts.archivedAt),
      ),
    )
    .orderBy(asc(relations.createdAt), asc(relations.id))
  return rows.map(({ relation, kind, other }) => ({
    id: relation.id,
    other,
    /** What the other is to this person. */
    name: relation.fromId === contactId ? kind.reverseName : kind.name,
  }))
}
