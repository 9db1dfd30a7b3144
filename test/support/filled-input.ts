import { z } from 'zod'

/** Ids by the table they refer to, as the `ref` of an input's field names it. */
export type Ids = Readonly<Record<string, string>>
type Shape = {
  ref?: string
  type?: string | string[]
  format?: string
  const?: unknown
  enum?: unknown[]
  default?: unknown
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  oneOf?: Shape[]
}

/** Texts that only a list knows to be right. */
const KNOWN: Record<string, string> = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin', month: '2026-03' }
const TEXTS: Record<string, string> = {
  uuid: '0193a000-0000-7000-8000-0000000000ff',
  email: 'somebody@elsewhere.test',
  date: '2026-03-02',
  'date-time': '2026-03-02T08:00:00Z',
}

/** The JSON schema of a procedure's input, or nothing when it takes none. */
export const shapeOf = (input: z.ZodType | undefined): Shape =>
  input ? (z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape) : {}

/** The tables that an input refers to. */
export function refsIn(shape: Shape): string[] {
  const inside = [
    ...Object.values(shape.properties ?? {}),
    ...(shape.anyOf ?? shape.oneOf ?? []),
    ...(shape.items ? [shape.items] : []),
  ]
  return [...(shape.ref ? [shape.ref] : []), ...inside.flatMap(refsIn)]
}

/** The names of fields that look like ids and do not say of what. */
export function unnamedIds(shape: Shape): string[] {
  const entries = Object.entries(shape.properties ?? {})
  const own = entries.filter(([name, field]) => /(^i|I)d$|Ids$/.test(name) && refsIn(field).length === 0)
  return [...own.map(([name]) => name), ...entries.flatMap(([, field]) => unnamedIds(field))]
}

/** An input that the schema takes, with these ids wherever it refers to a table. */
export function filled(shape: Shape, ids: Ids): unknown {
  if (Array.isArray(shape.type))
    return filled({ ...shape, type: shape.type.find((type) => type !== 'null') ?? 'null' }, ids)
  if (shape.ref) return ids[shape.ref] ?? `no ${shape.ref} in this test`
  if ('const' in shape) return shape.const
  if (shape.enum) return shape.enum[0]
  const variants = shape.anyOf ?? shape.oneOf
  if (variants) return filled(variants.find((each) => each.type !== 'null') ?? {}, ids)
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, field]) => [name, fieldOf(name, field, ids)]),
    )
  if (shape.type === 'array') return shape.items?.ref ? [filled(shape.items, ids)] : []
  if (shape.type === 'number' || shape.type === 'integer') return 1
  if (shape.type === 'boolean') return true
  return TEXTS[shape.format ?? ''] ?? 'some text'
}

/** What a list is continued from, and what may be left out, is left out. */
const fieldOf = (name: string, field: Shape, ids: Ids) =>
  ['cursor', 'before', 'action'].includes(name) ? null : (KNOWN[name] ?? filled(field, ids))
