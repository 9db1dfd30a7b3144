import type { z } from 'zod'
import { rowsNow } from '../../../db/queries/acts.ts'
import { relationsOf as read, relationKindsOf } from '../../../db/queries/relations.ts'
import type { OfficeCtx } from '../../context.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { doStep, type Step, type StepNeeds } from '../acts/do-step.ts'
import { lineOf } from '../acts/line-of.ts'
import { knownContact } from '../contacts/read-contact.ts'
import type { AddRelation, KindShown, RelationShown, RelationsOf, RemoveRelation } from './input.ts'
import { isUsual, USUAL_KINDS } from './rules/usual-kinds.ts'

type Looking = Pick<OfficeCtx, 'db' | 'officeId'>
type Kind = Omit<z.infer<typeof KindShown>, 'isOwn'>

export async function relationsOf(
  needs: Looking,
  { contactId }: z.infer<typeof RelationsOf>,
): Promise<z.infer<typeof RelationShown>[]> {
  await knownContact(needs, contactId)
  return read(needs.db, needs.officeId, contactId)
}

/** What people can be to each other in this office: the usual, and what its members named themselves. */
export async function listKinds({ db, officeId }: Looking): Promise<z.infer<typeof KindShown>[]> {
  const own = await relationKindsOf(db, officeId)
  return [
    ...USUAL_KINDS.map((kind) => ({ ...kind, isOwn: false })),
    ...own.filter(({ id }) => !isUsual(id)).map((kind) => ({ ...kind, isOwn: true })),
  ]
}

/** Says what another is to a contact; both see it, each from their side. */
export async function addRelation(needs: StepNeeds, input: z.infer<typeof AddRelation>): Promise<Step> {
  const { contactId, otherId } = input
  const [contact, other] = await Promise.all([knownContact(needs, contactId), knownContact(needs, otherId)])
  if (contactId === otherId) throw new Refusal('invalid', 'Nobody is related to themselves.')
  const { kind, isStored, position } = await kindOf(needs, input.kind)
  const known = await read(needs.db, needs.officeId, contactId)
  if (known.some((each) => each.other.id === otherId && each.name === kind.name))
    throw new Refusal('conflict', `${other.name} is the ${kind.name} of ${contact.name} already.`)
  const id = needs.newId()
  const relation = { id, kindId: kind.id, fromId: otherId, toId: contactId, createdAt: needs.now().getTime() }
  const title = `${other.name}: ${kind.name} of ${contact.name}`
  const line = { kind: 'relation_added' as const, entityId: id }
  return doStep(needs, { title, record: 'contact', id: contactId, topic: 'contact' }, [
    ...(isStored ? [] : [{ table: 'relationKinds' as const, before: null, after: { ...kind, position } }]),
    { table: 'relations', before: null, after: relation },
    lineOf(needs, { ...line, contactId, title: `${kind.name}: ${other.name}` }),
    lineOf(needs, { ...line, contactId: otherId, title: `${kind.reverseName}: ${contact.name}` }),
  ])
}

export async function removeRelation(needs: StepNeeds, { id }: z.infer<typeof RemoveRelation>): Promise<Step> {
  const row = (await rowsNow(needs.db, needs.officeId, 'relations', [[id]])).get(id)
  if (!row) throw notFound('relation')
  const contactId = String(row.toId)
  const step = { title: 'Removed a relation', record: 'contact' as const, id: contactId, topic: 'contact' as const }
  return doStep(needs, step, [{ table: 'relations', before: row, after: null }])
}

/** The kind that was meant, and whether the office has it in its table already. */
async function kindOf({ db, officeId, newId }: StepNeeds, meant: z.infer<typeof AddRelation>['kind']) {
  const own = await relationKindsOf(db, officeId)
  const position = own.length
  if (!('id' in meant)) {
    const known = own.find(({ name, reverseName }) => name === meant.name && reverseName === meant.reverseName)
    return { kind: known ? pick(known) : { id: newId(), ...meant }, isStored: known !== undefined, position }
  }
  const stored = own.find(({ id }) => id === meant.id)
  const kind = stored ?? USUAL_KINDS.find(({ id }) => id === meant.id)
  if (!kind) throw notFound('relation')
  return { kind: pick(kind), isStored: stored !== undefined, position }
}

const pick = ({ id, name, reverseName }: Kind): Kind => ({ id, name, reverseName })
