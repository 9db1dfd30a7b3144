/** What a field that the office added can hold. */
export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'flag', 'link', 'money'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** One answer of a choice. The id stays when the label is mended, so that no record has to change. */
export type FieldOption = { id: string; label: string }

/**
 * A value in the form in which it is stored: text and links as they are, dates as `YYYY-MM-DD`, a choice by the id of its
 * option, money in the smallest unit of the office's currency.
 */
export type FieldValue = string | number | boolean
/** The values of a record by the field's id; a field without a value is not there. */
export type FieldValues = Record<string, FieldValue>
