import { describe, expect, test } from 'vitest'
import { DUBLIN, read, valuesOf } from './office.ts'

const AMERICA = { now: DUBLIN.now, timeZone: 'America/Chicago', country: 'US' }

describe('phone numbers', () => {
  test.each([
    ['Call 087 123 4567.', ['+353871234567']],
    ['Call +44 20 7946 0958 please', ['+442079460958']],
    ['M: (087) 123-4567', ['+353871234567']],
    ['00 44 20 7946 0958', ['+442079460958']],
    ['Order 087 1234567', []],
    ['Invoice no. 0871234567', []],
    ['Born 12.03.1987', []],
    ['IBAN DE89 3704 0044 0532 0130 00', []],
    ['€1 234 567', []],
    ['0000000000', []],
  ])('of "%s" are %j', (text, phones) => {
    expect(valuesOf('phone', text)).toEqual(phones)
  })

  test('are read as dialled in the office’s country', () => {
    expect(valuesOf('phone', 'Call (312) 555-0123', AMERICA)).toEqual(['+13125550123'])
    expect(valuesOf('phone', 'Call 087 123 4567', { ...DUBLIN, country: 'nowhere' })).toEqual([])
  })
})

describe('amounts', () => {
  test.each([
    ['It was €1,250.00.', ['EUR 1250.00']],
    ['It was 1.250,00 €.', ['EUR 1250.00']],
    ['We have 8k EUR and £40.', ['EUR 8000', 'GBP 40']],
    ['Fifty or 50 euros', ['EUR 50']],
    ['$20', ['USD 20']],
    ['He weighs 30 pounds', []],
    ['Room 12, 5 people', []],
  ])('of "%s" are %j', (text, amounts) => {
    expect(valuesOf('amount', text).toSorted()).toEqual(amounts.toSorted())
  })

  test('in bare dollars are those of the office’s country', () => {
    expect(valuesOf('amount', 'About $20', { ...AMERICA, country: 'CA' })).toEqual(['CAD 20'])
  })
})

describe('names and places', () => {
  test.each([
    ['email', 'Write to Joe.Byrne+x@Example.co.uk, please', ['joe.byrne+x@example.co.uk']],
    ['email', 'a@b, @ and @@x.y', []],
    ['person', 'My name is Siobhán O’Neill.', ['Siobhán O’Neill']],
    ['person', 'It is for my daughter Zoë.\n\nThanks\nMary Byrne', ['Zoë', 'Mary Byrne']],
    ['person', 'This is Sorry, I am Happy', []],
    ['address', 'We are at 12 Main Street, Dublin.', ['12 Main Street, Dublin']],
    ['address', 'Hauptstraße 12, 10115 Berlin', ['Hauptstraße 12, 10115 Berlin']],
    ['company', 'I write for Byrne & Sons Ltd.', ['Byrne & Sons Ltd.']],
    ['service', 'Could I book a cut and colour and a facial?', ['cut and colour', 'facial']],
    ['service', 'I need an appointment for a dragon removal on Friday', ['dragon removal']],
  ])('%s: "%s" names %j', (kind, text, values) => {
    expect(valuesOf(kind, text)).toEqual(values)
  })

  test('are not read from what the sender only quotes', () => {
    const text =
      'Yes please.\n\nOn Mon, 13 Apr 2026 Salon <hi@salon.ie> wrote:\n> Is Friday at 10 good? Call 087 123 4567.\n'
    expect(read(text).entities).toEqual([])
  })

  test('are each named once, in the order of the text', () => {
    const { entities } = read('joe@byrne.ie or JOE@byrne.ie or 087 123 4567 or joe@byrne.ie')
    expect(entities.map(({ value }) => value)).toEqual(['joe@byrne.ie', '+353871234567'])
  })
})
