import type { Contact } from '../types.ts'

/** A field in which two contacts differ, with both values in words; null where one has none. */
export type FieldToChoose = { name: string; label: string; kept: string | null; dropped: string | null }

/** The fields of which only one value can stay. Addresses, tags and all that hangs on them stay from both. */
export function fieldsToChoose(keep: Contact, drop: Contact): FieldToChoose[] {
  const all = [
    { name: 'name', label: 'Name', kept: keep.name, dropped: drop.name },
    { name: 'birthday', label: 'Birthday', kept: keep.birthday, dropped: drop.birthday },
    {
      name: 'householdId',
      label: 'Household',
      kept: keep.household?.name ?? null,
      dropped: drop.household?.name ?? null,
    },
  ]
  return all.filter(({ kept, dropped }) => dropped !== null && kept !== dropped)
}
