type Facts = {
  title: string
  amountMinor: number | null
  currency: string
  expectedOn: string | null
  contactId: string | null
  ownerId: string | null
}
type Field = 'title' | 'money' | 'expectedOn' | 'contactId' | 'ownerId'

/** Whether a field says the same in both; an amount is only the same in the same currency. */
export const saysSame = (field: Field, one: Facts, other: Facts): boolean =>
  field === 'money'
    ? one.amountMinor === other.amountMinor && one.currency === other.currency
    : one[field] === other[field]

/**
 * Which of the fields that a member changes somebody else has changed since the member saw them. Whoever wrote the very
 * same is in nobody's way.
 */
export const clashingFields = (
  fields: readonly Field[],
  { seen, wanted, now }: Record<'seen' | 'wanted' | 'now', Facts>,
): Field[] => fields.filter((field) => !saysSame(field, seen, now) && !saysSame(field, wanted, now))
