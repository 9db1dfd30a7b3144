import { decimalOf } from '../../../../worker/kernel/money.ts'
import type { Changes, Facts, Field } from './types.ts'

/** The fields as they stand in the form: everything a text. */
export type Typed = {
  title: string
  amount: string
  currency: string
  expectedOn: string
  contactId: string
  ownerId: string
}

export const typedOf = ({ title, amountMinor, currency, expectedOn, contactId, ownerId }: Facts): Typed => ({
  title,
  amount: amountMinor === null ? '' : decimalOf(amountMinor, currency),
  currency,
  expectedOn: expectedOn ?? '',
  contactId: contactId ?? '',
  ownerId: ownerId ?? '',
})

/** What was changed in the form since the deal was read. */
export function changesOf(typed: Typed, seen: Facts): Changes {
  const before = typedOf(seen)
  const isChanged = (name: keyof Typed) => typed[name].trim() !== before[name]
  return {
    ...(isChanged('title') && { title: typed.title.trim() }),
    ...((isChanged('amount') || isChanged('currency')) && {
      money: { amount: typed.amount.trim().replace(',', '.') || null, currency: typed.currency },
    }),
    ...(isChanged('expectedOn') && { expectedOn: typed.expectedOn || null }),
    ...(isChanged('contactId') && { contactId: typed.contactId || null }),
    ...(isChanged('ownerId') && { ownerId: typed.ownerId || null }),
  }
}

/** The changes without the fields in which the others' word stands. */
export function without(changes: Changes, fields: readonly Field[]): Changes {
  const { title, money, expectedOn, contactId, ownerId } = changes
  const keeps = (field: Field) => !fields.includes(field)
  return {
    ...(title !== undefined && keeps('title') && { title }),
    ...(money !== undefined && keeps('money') && { money }),
    ...(expectedOn !== undefined && keeps('expectedOn') && { expectedOn }),
    ...(contactId !== undefined && keeps('contactId') && { contactId }),
    ...(ownerId !== undefined && keeps('ownerId') && { ownerId }),
  }
}
