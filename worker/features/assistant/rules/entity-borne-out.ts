import { oneLine, searchKey } from '../../../kernel/text.ts'
import type { Entity, EntityKind } from './intents.ts'

const digits = (text: string) => text.replace(/\D/g, '')

/** Without the zeros around it, "1,250.00", "1.25k" and "1250" are the same digits. */
const significant = (text: string) =>
  digits(text)
    .replace(/^0+/, '')
    .replace(/(?<!0)0+$/, '')

const sameWords = ({ value, quote }: Entity) => searchKey(oneLine(quote)).includes(searchKey(oneLine(value)))

/** Whether the words are digits of the number; "+44 (0)20" writes a zero that nobody dials from abroad. */
function sameNumber(value: string, quote: string): boolean {
  const dialled = digits(quote.replace('(0)', '')).replace(/^0+/, '')
  return dialled !== '' && digits(value).endsWith(dialled)
}

/** A moment that exists: "2026-02-31" would quietly become a day in March. */
function isMoment(value: string, form: RegExp): boolean {
  const ms = form.test(value) ? Date.parse(value) : Number.NaN
  return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === value.slice(0, 10)
}

/** Of each kind, whether the value has its form and follows from the quoted words as far as code can tell. */
const BORNE_OUT: Readonly<Record<EntityKind, (entity: Entity) => boolean>> = {
  person: sameWords,
  address: sameWords,
  company: sameWords,
  service: sameWords,
  email: (entity) => /^[^\s@]{1,64}@[^\s@]{3,190}$/.test(entity.value) && sameWords(entity),
  phone: ({ value, quote }) => /^\+\d{7,15}$/.test(value) && sameNumber(value, quote),
  date: ({ value }) => isMoment(value, /^\d{4}-\d{2}-\d{2}$/),
  time: ({ value }) => isMoment(value, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/),
  amount: ({ value, quote }) =>
    /^[A-Z]{3} \d{1,15}(?:\.\d{1,4})?$/.test(value) && significant(value) === significant(quote),
}

/**
 * The entity when its value is what its quotation says, else null: a model that was steered could put another phone
 * number behind true words. Whether a day follows from "next Friday" cannot be told here; a person sees both.
 */
export const entityBorneOut = (entity: Entity): Entity | null =>
  entity.value !== '' && BORNE_OUT[entity.kind](entity) ? entity : null
