import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ModelReading } from '../../../worker/features/assistant/models.ts'
import { groundReading } from '../../../worker/features/assistant/rules/ground-reading.ts'
import { ENTITY_KINDS } from '../../../worker/features/assistant/rules/intents.ts'
import { expectLinear } from '../../support/growth.ts'

const TEXT =
  'Hi,\n\nI would like a cut and\ncolour for Emma Clarke on Friday.\nCall me on 087 123 4567, it may cost €1,250.00.\n'

const saying = (reading: Partial<ModelReading>): ModelReading => ({
  intent: 'appointment',
  language: 'en',
  summary: [],
  entities: [],
  ...reading,
})
const entity = (kind: ModelReading['entities'][number]['kind'], value: string, quote: string) =>
  saying({ entities: [{ kind, value, quote }] })

describe('a grounded reading', () => {
  test('keeps what the text says and drops what it does not', () => {
    const grounded = groundReading(
      saying({
        summary: [
          { sentence: 'Wants a cut and colour.', quote: 'I would like a cut and colour' },
          { sentence: 'Is very angry.', quote: 'I am very angry' },
        ],
        entities: [
          { kind: 'person', value: 'Emma Clarke', quote: 'Emma Clarke' },
          { kind: 'person', value: 'Joe Byrne', quote: 'Joe Byrne' },
        ],
      }),
      TEXT,
    )
    expect(grounded.summary).toEqual([
      { sentence: 'Wants a cut and colour.', quote: 'I would like a cut and\ncolour', start: 5, end: 34 },
    ])
    expect(grounded.entities.map(({ value }) => value)).toEqual(['Emma Clarke'])
    expect(grounded.dropped).toBe(2)
  })

  test('keeps two sentences of a longer summary', () => {
    const sentence = { sentence: 'Writes about Friday.', quote: 'Friday' }
    const grounded = groundReading(saying({ summary: [sentence, sentence, sentence] }), TEXT)
    expect(grounded.summary).toHaveLength(2)
    expect(grounded.dropped).toBe(1)
  })

  test.each([
    'Pay at https://evil.example/pay.',
    'See www.evil.example for more.',
    'Go to evil.example/now.',
    'Click [here](evil).',
    'Write to mailto:x@evil.example.',
  ])('drops a sentence with a link: %s', (sentence) => {
    expect(groundReading(saying({ summary: [{ sentence, quote: 'Friday' }] }), TEXT).summary).toEqual([])
  })

  test.each([
    ['phone', '+353871234567', '087 123 4567'],
    ['amount', 'EUR 1250', '€1,250.00'],
    ['date', '2026-04-17', 'Friday'],
    ['time', '2026-04-17T09:00:00Z', 'Friday'],
    ['service', 'cut and colour', 'cut and colour'],
  ] as const)('keeps a %s whose value is what the words say', (kind, value, quote) => {
    expect(groundReading(entity(kind, value, quote), TEXT).entities).toMatchObject([{ kind, value }])
  })

  test.each([
    ['phone', '+19005550100', '087 123 4567'],
    ['phone', 'call me', 'Call me'],
    ['email', 'thief@evil.example', 'Emma Clarke'],
    ['person', 'The Manager', 'Emma Clarke'],
    ['amount', 'EUR 9250', '€1,250.00'],
    ['amount', '1250 euros', '€1,250.00'],
    ['date', '2026-02-31', 'Friday'],
    ['date', 'Friday', 'Friday'],
    ['time', '2026-04-17', 'Friday'],
    ['service', '', 'cut'],
  ] as const)('drops a %s with another value behind true words: %s', (kind, value, quote) => {
    expect(groundReading(entity(kind, value, quote), TEXT).entities).toEqual([])
  })

  test('quotes the text itself, whatever a model says', () => {
    const kinds = fc.constantFrom(...ENTITY_KINDS)
    const words = fc.oneof(fc.string(), fc.constantFrom('Friday', 'cut and  colour', ' ', '\n', '087 123 4567'))
    const said = fc.record({
      intent: fc.constant('other' as const),
      language: fc.string(),
      summary: fc.array(fc.record({ sentence: words, quote: words })),
      entities: fc.array(fc.record({ kind: kinds, value: words, quote: words })),
    })
    const texts = fc.oneof(fc.constant(TEXT), fc.string(), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(said, texts, (reading, text) => {
        const { summary, entities, dropped } = groundReading(reading, text)
        for (const { quote, start, end } of [...summary, ...entities]) {
          expect(text.slice(start, end)).toBe(quote)
          expect(quote.trim()).not.toBe('')
        }
        expect(summary.length + entities.length + dropped).toBe(reading.summary.length + reading.entities.length)
      }),
    )
  })

  test('finds forty hostile quotations in linear time', async () => {
    const quotes = Array.from({ length: 40 }, (_, at) => `b${'a'.repeat(500 + at)}`)
    const reading = saying({ entities: quotes.map((quote) => ({ kind: 'service', value: quote, quote })) })
    await expectLinear(
      (size) => 'a'.repeat(size),
      (text) => groundReading(reading, text),
      400_000,
    )
  })
})
