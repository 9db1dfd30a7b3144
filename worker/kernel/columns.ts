export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Columns of a row by their names in the schema, as they can be kept in JSON: an instant as milliseconds since 1970. */
export type Columns = { [column: string]: Json }

/** A row as it can be kept in JSON. Throws for a value that JSON cannot hold. */
export function columnsOf(row: object): Columns {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, jsonOf(value)]),
  )
}

function jsonOf(value: unknown): Json {
  if (value instanceof Date) return value.getTime()
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return value.map(jsonOf)
  if (typeof value === 'object') return columnsOf(value)
  throw new TypeError(`A ${typeof value} cannot be kept in JSON.`)
}

/** Whether two values are the same, whatever the order in which an object names its keys: Postgres sorts them. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, at) => isSame(value, other[at]))
    )
  if (!one || !other || typeof one !== 'object' || typeof other !== 'object') return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]))
}

/** Begins the id of a list's column that the office added; the field's own id follows. */
export const FIELD_PREFIX = 'field:'
