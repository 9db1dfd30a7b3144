import { describe, expect, it } from 'vitest'
import { readValue } from '../../../worker/features/fields/rules/read-value.ts'
import { ownValues } from '../../../worker/features/presets/rules/own-values.ts'
import { PRESET_KEYS } from '../../../worker/features/presets/rules/preset.ts'
import { PRESETS } from '../../../worker/features/presets/rules/presets.ts'
import { countGone, stayOf } from '../../../worker/features/presets/rules/stays.ts'
import { inSentence, withArticle } from '../../../worker/features/presets/rules/words.ts'

const WRITING = { currency: 'GBP', dates: 'day' as const, year: 2026 }
const all = PRESET_KEYS.map((key) => PRESETS[key])
const repeated = (names: readonly string[]) => {
  const folded = names.map((name) => name.toLowerCase())
  return folded.filter((name, at) => folded.indexOf(name) !== at)
}
const fieldRow = (label: string, kind: string, options: readonly string[] = [], record = 'contact') => ({
  ...{ id: `id of ${label}`, record, label, kind },
  options: options.map((each) => ({ id: `id of ${each}`, label: each })),
})

describe.each(all)('the preset for the $key', (preset) => {
  const { key, fields, pipeline, lostReasons, templates, demo, words } = preset
  const rowsOf = fields.map(({ record, label, kind, options }) => fieldRow(label, kind, options, record))

  it('goes by its key and names nothing twice', () => {
    expect(PRESETS[key]).toBe(preset)
    expect(repeated(fields.map((field) => field.key))).toEqual([])
    expect(repeated(fields.map(({ record, label }) => `${record} ${label}`))).toEqual([])
    expect(repeated(pipeline.stages.map(({ name }) => name))).toEqual([])
    expect(repeated(lostReasons)).toEqual([])
    expect(repeated(templates.map(({ title }) => title))).toEqual([])
    expect(repeated(demo.map(({ name }) => name))).toEqual([])
    for (const { options = [] } of fields) expect(repeated(options)).toEqual([])
  })

  it('has words that begin with a capital, and choices where there is something to choose', () => {
    for (const word of [words.one, words.many]) expect(word).toMatch(/^[A-Z][a-z]+$/)
    for (const { kind, options } of fields) expect(options !== undefined && options.length > 1).toBe(kind === 'choice')
  })

  it('leads through stages that become likelier, and ends with one that is won and one that is lost', () => {
    const open = pipeline.stages.filter(({ kind }) => kind === 'open')
    const likely = open.map(({ probability }) => probability)
    expect(likely).toEqual([...likely].sort((a, b) => a - b))
    expect(new Set(likely).size).toBe(likely.length)
    for (const { probability, rottingDays } of open) {
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(100)
      expect(rottingDays === null || rottingDays > 0).toBe(true)
    }
    const ends = pipeline.stages.slice(open.length)
    expect(ends.map(({ kind, probability, rottingDays }) => [kind, probability, rottingDays])).toEqual([
      ['won', 100, null],
      ['lost', 0, null],
    ])
  })

  it('has templates that a member could have typed', () => {
    for (const { title, daysAfter, checklist } of templates) {
      expect(title.length).toBeLessThanOrEqual(200)
      expect(daysAfter === null || (Number.isInteger(daysAfter) && daysAfter >= 0)).toBe(true)
      expect(repeated(checklist)).toEqual([])
    }
  })

  it('has made-up people whose values its fields can hold, in stages that there are, with addresses of nobody', () => {
    const stages = pipeline.stages.map(({ name }) => name)
    for (const person of demo) {
      for (const deal of person.deals) expect(stages).toContain(deal.stage)
      if (person.email) expect(person.email).toMatch(/\.example$/)
      if (person.phone) expect(person.phone).toMatch(/^\+44 (20 7946 0\d{3}|7700 900\d{3})$/)
      const held = ownValues(person.values, fields, rowsOf, WRITING, () => '2026-03-02')
      expect(Object.keys(held)).toHaveLength(Object.keys(person.values).length)
    }
  })

  it('fits, with another one before it, into a step that is taken back in one write', () => {
    const people = demo.reduce((sum, { deals, tasks }) => sum + 6 + deals.length * 3 + tasks.length * 2, 0)
    const rows = fields.length + pipeline.stages.length + lostReasons.length + templates.length + people + 5
    expect(rows).toBeLessThanOrEqual(100)
  })
})

describe('values of somebody made up', () => {
  const named = [{ key: 'insurance', record: 'contact' as const, label: 'Insurance', kind: 'choice' as const }]
  const read = (field: ReturnType<typeof fieldRow>, values: Record<string, string | { inDays: number }>) =>
    ownValues(values, named, [field], WRITING, (days) => `2026-03-${String(days).padStart(2, '0')}`)

  it.each([
    ['the choice of this name', fieldRow('Insurance', 'choice', ['Private']), 'id of Private'],
    ['the field of this name, whatever its case', fieldRow('INSURANCE', 'text'), 'Private'],
    ['nothing where the office’s own choices are others', fieldRow('Insurance', 'choice', ['Gold']), undefined],
    ['nothing where the office’s field holds numbers', fieldRow('Insurance', 'number'), undefined],
    ['nothing where only companies have such a field', fieldRow('Insurance', 'text', [], 'company'), undefined],
  ])('are %s', (_, field, expected) => {
    expect(Object.values(read(field, { insurance: 'Private' }))[0]).toBe(expected)
  })

  it('are days counted from today', () => {
    expect(Object.values(read(fieldRow('Insurance', 'date'), { insurance: { inDays: 7 } }))).toEqual(['2026-03-07'])
    expect(readValue({ label: 'x', kind: 'date', options: [] }, '2026-03-07', WRITING)).toMatchObject({ ok: true })
  })
})

describe('words for people', () => {
  it.each([
    ['Patient', 'patient', 'a patient'],
    ['Owner', 'owner', 'an owner'],
    ['VIP', 'VIP', 'a VIP'],
    ['Älteste', 'älteste', 'a älteste'],
  ])('%s stand in a sentence as %s and %s', (word, inside, article) => {
    expect(inSentence(word)).toBe(inside)
    expect(withArticle(word)).toBe(article)
  })
})

describe('what stays', () => {
  const row = (tableName: 'stages' | 'lostReasons' | 'customFields' | 'tasks' | 'addresses' | 'pipelines') => {
    const after = { id: 'x', name: 'Name' }
    return { row: { tableName, key: ['x'], before: null, after }, now: after, taken: { do: 'keep' } }
  }
  const held = (...tables: string[]) => tables.map((table) => ({ table, column: 'id' }))

  it.each([
    ['stages', held('deals', 'deals'), '2 deals stand in it'],
    ['stages', held('deals', 'dealMoves'), 'a deal stands in it'],
    ['stages', held('dealMoves'), 'deals have been in it'],
    ['lostReasons', held('deals', 'deals'), '2 deals were lost for it'],
    ['customFields', held('contacts', 'companies', 'views'), 'it is filled in 2 times'],
    ['customFields', held('views'), 'a saved view shows it'],
    ['tasks', held('noteLinks'), 'a note belongs to it'],
    ['tasks', held('imports'), 'something of yours belongs to it'],
    ['pipelines', held('stages'), 'its stages are in use'],
  ] as const)('of %s says why: %s', (table, heldBy, why) => {
    expect(stayOf({ ...row(table), heldBy }, [])?.why).toBe(why)
  })

  it('is not told of what is only a part of something that stays, nor of what goes', () => {
    expect(stayOf({ ...row('stages'), heldBy: [] }, [])).toBeNull()
    expect(stayOf({ ...row('addresses'), heldBy: held('contactAddresses') }, [])).toBeNull()
    expect(stayOf({ ...row('tasks'), heldBy: [], taken: { do: 'remove' } }, [])).toBeNull()
  })

  it('is the last pipeline, because an office needs one, and whatever somebody changed', () => {
    expect(stayOf({ ...row('pipelines'), heldBy: [] }, ['x'])?.why).toContain('its only one')
    expect(stayOf({ ...row('tasks'), heldBy: [], now: { id: 'x', name: 'Mine' } }, [])).toEqual({
      ...{ what: 'Task', name: 'Mine', why: 'somebody changed it' },
    })
  })

  it('is counted apart from what goes', () => {
    expect(countGone(['stages', 'stages', 'contacts', 'addresses'])).toMatchObject({ stages: 2, people: 1, deals: 0 })
  })
})
