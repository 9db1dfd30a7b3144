import { z } from 'zod'
import { FIELD_KINDS } from './rules/field-kinds.ts'

const LABEL_LENGTH = 80
const MOST_OPTIONS = 100
const label = z.string().trim().min(1, 'A field needs a name.').max(LABEL_LENGTH)
const fieldId = z.string().meta({ ref: 'custom_fields' })
/** The kinds of records that carry fields of the office. */
export const WITH_FIELDS = ['contact', 'company', 'deal'] as const
const record = z.enum(WITH_FIELDS)
const options = z.array(z.object({ id: z.string().max(40).nullable(), label })).max(MOST_OPTIONS)

export const FieldShown = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(FIELD_KINDS),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
})
export const ListFields = z.object({ record })
export const CreateField = z.object({ record, label, kind: z.enum(FIELD_KINDS), options: options.default([]) })
/** An option without an id is new; one that is left out goes. */
export const ChangeField = z.object({ id: fieldId, label, options: options.default([]) })
export const FieldId = z.object({ id: fieldId })
export const FieldStep = z.object({ actId: z.string(), title: z.string() })

const VALUE_LENGTH = 4000
/** One value of a record that a member changed: what stood there when they began, as it is stored, and what they typed. */
export const ValueChange = z.object({
  column: z.string().regex(/^(name|birthday|ownerId|website|taxId|fields\..{1,60})$/),
  seen: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  typed: z.string().max(VALUE_LENGTH).nullable(),
})
/** Of a record whose other values are changed elsewhere. */
export const OwnValueChange = ValueChange.extend({ column: z.string().regex(/^fields\..{1,60}$/) })
const MOST_CHANGES = 50
export const ValueChanges = z.array(ValueChange).max(MOST_CHANGES)
export const OwnValueChanges = z.array(OwnValueChange).max(MOST_CHANGES)
