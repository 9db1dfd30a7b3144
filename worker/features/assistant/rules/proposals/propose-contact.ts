import type { Action } from '../actions.ts'
import type { Entity } from '../intents.ts'
import { evidenceOf, type Matter, named } from './matter.ts'
import type { Proposal } from './proposal.ts'
import { knownName, shownName, signedName } from './sender.ts'
import { type Certainty, certaintyOf } from './whose-address.ts'

/** How sure each kind of evidence makes a change to a contact. */
const CERTAIN: Readonly<Record<Certainty, number>> = { own: 0.93, only: 0.75, unclear: 0.5 }
/** The name that the sender's own mail program shows. */
const SHOWN_NAME = 0.92
/** A name below the farewell; now and then somebody signs for another. */
const SIGNED_NAME = 0.88
/** Somebody wrote from an address, which is therefore theirs; whether they become a customer is not known. */
const NEW_SENDER = 0.9
/** An action holds no more and no longer ones; whoever names more addresses sends a list. */
const ADDRESSES_MAX = 10
const ADDRESS_CHARS = 200

type Fields = Extract<Action, { kind: 'create_contact' }>['payload']
type Found = { entity: Entity; certainty: Certainty }

/** Addresses in the text that the office does not have yet, with whose they seem to be. */
function newAddresses(matter: Matter): Found[] {
  const { knownAddresses, fromAddress } = matter.facts
  const known = new Set([...knownAddresses, fromAddress].map((address) => address.toLowerCase()))
  const all = [...named(matter, 'phone'), ...named(matter, 'email')]
  return all
    .filter(({ value }) => !known.has(value.toLowerCase()))
    .slice(0, ADDRESSES_MAX)
    .map((entity) => ({ entity, certainty: certaintyOf(entity, matter.understanding) }))
}

const valuesOf = (found: readonly Found[], kind: 'phone' | 'email') =>
  found.filter(({ entity }) => entity.kind === kind).map(({ entity }) => entity.value)

function fieldsFrom(name: string | null, found: readonly Found[]): Fields {
  return { name, phones: valuesOf(found, 'phone'), emails: valuesOf(found, 'email') }
}

const lowest = (found: readonly Found[], start: number) =>
  Math.min(start, ...found.map(({ certainty }) => CERTAIN[certainty]))

/** A name that the office lacks, and how sure it is. */
function newName(matter: Matter): { name: string | null; certain: number } {
  const shown = shownName(matter.facts)
  if (knownName(matter.facts) !== null) return { name: null, certain: 1 }
  return shown === null ? { name: signedName(matter), certain: SIGNED_NAME } : { name: shown, certain: SHOWN_NAME }
}

function proposeNew(matter: Matter): Proposal[] {
  const { fromAddress } = matter.facts
  const found = newAddresses(matter)
  const { name } = newName(matter)
  const fields = fieldsFrom(name, found)
  const own = fromAddress.includes('@') ? 'emails' : 'phones'
  const addresses = [fromAddress, ...fields[own]].filter((one) => one !== '' && one.length <= ADDRESS_CHARS)
  const payload = { ...fields, [own]: addresses.slice(0, ADDRESSES_MAX) }
  const evidence = evidenceOf(matter, ...found.map(({ entity }) => entity))
  return [{ action: { kind: 'create_contact', payload }, evidence, confidence: lowest(found, NEW_SENDER) }]
}

function proposeMore(matter: Matter): Proposal[] {
  const found = newAddresses(matter)
  const { name, certain } = newName(matter)
  const sure = found.filter(({ certainty }) => certainty === 'own')
  const unsure = found.filter(({ certainty }) => certainty !== 'own')
  const parts = [
    { name, found: sure, confidence: lowest(sure, name === null ? 1 : certain) },
    ...unsure.map((one) => ({ name: null, found: [one], confidence: CERTAIN[one.certainty] })),
  ]
  return parts
    .filter((part) => part.name !== null || part.found.length > 0)
    .map((part) => ({
      action: { kind: 'update_contact', payload: fieldsFrom(part.name, part.found) },
      evidence: evidenceOfPart(matter, part.name, part.found),
      confidence: part.confidence,
    }))
}

function evidenceOfPart(matter: Matter, name: string | null, found: readonly Found[]) {
  const spoken = named(matter, 'person').find(({ value }) => name?.startsWith(value))
  const entities = [...found.map(({ entity }) => entity), ...(spoken ? [spoken] : [])]
  return entities.length > 0 ? entities.map(({ quote, start, end }) => ({ quote, start, end })) : evidenceOf(matter)
}

/**
 * The sender as a contact, or what the office does not yet know of a contact. What may be somebody else's number is
 * proposed apart, so that it does not keep the rest from happening by itself. Whoever was put away with their spam is
 * not brought back by more of it.
 */
export function proposeContact(matter: Matter): Proposal[] {
  if (matter.facts.isSpammer) return []
  return matter.facts.contactKnown ? proposeMore(matter) : proposeNew(matter)
}
