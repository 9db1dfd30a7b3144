import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ThreadedMail, threads } from '../../../worker/features/inbox/rules/threads.ts'
import { expectLinear } from '../../support/growth.ts'

const office = 'office@salon.example'
const ann = 'ann@example.com'
const bob = 'bob@example.com'
const START = Date.parse('2026-10-01T08:00:00Z')
const onDay = (day: number) => new Date(START + day * 86_400_000).toISOString()

let count = 0
const mail = (fields: Partial<ThreadedMail> & { day?: number }): ThreadedMail => {
  count += 1
  const id = fields.id ?? `mail-${String(count).padStart(5, '0')}`
  const { day = 0, ...rest } = fields
  return {
    id,
    messageId: `<${id}@example.com>`,
    references: [],
    subject: 'Colour on Friday',
    from: ann,
    to: [office],
    at: onDay(day),
    ...rest,
  }
}
const ref = (...mails: ThreadedMail[]) => mails.map((one) => one.messageId!)
const sorted = (groups: string[][]) => groups.map((group) => [...group].sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
const together = (mails: ThreadedMail[], ...groups: ThreadedMail[][]) =>
  expect(sorted(threads(mails))).toEqual(sorted(groups.map((group) => group.map((one) => one.id))))

describe('mails join a conversation', () => {
  test('by their references, over a mail that never arrived', () => {
    const first = mail({ day: 0 })
    const missing = mail({ day: 1, from: office, to: [ann], references: ref(first) })
    const last = mail({ day: 2, references: ref(first, missing) })
    together([last, first], [first, last])
  })

  test('when both only know a mail that never arrived', () => {
    const missing = mail({ from: office, to: [ann] })
    const one = mail({ day: 1, references: ref(missing) })
    const two = mail({ day: 2, references: ref(missing), subject: 'Re: something else' })
    together([one, two], [one, two])
  })

  test('by our anchor, whoever sends it and whatever the subject says', () => {
    const first = mail({ day: 0, from: office, to: [ann], anchor: 'token-1' })
    const other = mail({ day: 60, from: bob, subject: 'Fwd: new matter', anchor: 'token-1' })
    together([first, other], [first, other])
  })

  test('by the subject of a reply without references, within two weeks', () => {
    const first = mail({ day: 0 })
    const reply = mail({ day: 13, from: office, to: [ann], subject: 'Re: Colour on Friday' })
    together([first, reply], [first, reply])
  })

  test('by an ancestor whose clock ran late', () => {
    const parent = mail({ day: 2 })
    const child = mail({ day: 1, from: office, to: [ann], references: ref(parent) })
    together([child, parent], [parent, child])
  })

  test('and two conversations of the same people become one when a mail refers to both', () => {
    const one = mail({ day: 0, subject: 'Colour' })
    const two = mail({ day: 1, subject: 'Cut and wash' })
    const both = mail({ day: 2, references: ref(one, two) })
    together([one, two, both], [one, two, both])
  })
})

describe('mails stay apart', () => {
  test('when a stranger uses the references of others', () => {
    const first = mail({ day: 0 })
    const stranger = mail({ day: 1, from: bob, references: ref(first) })
    together([first, stranger], [first], [stranger])
  })

  test('when the office refers to two customers in one mail', () => {
    const one = mail({ day: 0, from: ann, subject: 'Colour' })
    const two = mail({ day: 1, from: bob, subject: 'Beard trim' })
    const both = mail({ day: 2, from: office, to: [bob], references: ref(one, two) })
    together([one, two, both], [one], [two, both])
  })

  test('when only a generic or short subject is the same, or it is too old, or two would do', () => {
    for (const subject of ['Appointment', 'Hi']) {
      const first = mail({ day: 0, subject })
      const reply = mail({ day: 1, subject: `Re: ${subject}` })
      together([first, reply], [first], [reply])
    }
    const old = mail({ day: 0 })
    const late = mail({ day: 15, subject: 'Re: Colour on Friday' })
    together([old, late], [old], [late])
    const twin = mail({ day: 1 })
    const either = mail({ day: 2, subject: 'Re: Colour on Friday' })
    together([old, twin, either], [old], [twin], [either])
  })

  test('when another customer answers under the same subject', () => {
    const first = mail({ day: 0, from: office, to: [ann] })
    const other = mail({ day: 1, from: bob, subject: 'Re: Colour on Friday' })
    together([first, other], [first], [other])
  })

  test('when a customer forwards an old conversation, and the answers follow the forward', () => {
    const first = mail({ day: 0 })
    const forward = mail({ day: 1, subject: 'Fwd: Colour on Friday', references: ref(first) })
    const answer = mail({
      day: 2,
      from: office,
      to: [ann],
      subject: 'Re: Fwd: Colour on Friday',
      references: ref(first, forward),
    })
    together([first, forward, answer], [first], [forward, answer])
  })

  test('when an old thread is used for a new matter after a month', () => {
    const first = mail({ day: 0 })
    const soon = mail({ day: 20, subject: 'One more thing', references: ref(first) })
    const later = mail({ day: 60, subject: 'Wedding in May', references: ref(first, soon) })
    const answer = mail({
      day: 61,
      from: office,
      to: [ann],
      subject: 'Re: Wedding in May',
      references: ref(first, soon, later),
    })
    together([first, soon, later, answer], [first, soon], [later, answer])
  })
})

describe('the same mails in another order', () => {
  /** A forest: mail `index` answers an earlier one, or begins anew; a fifth of them never arrives. */
  const forest = fc
    .array(
      fc.record({
        answers: fc.option(fc.nat(), { freq: 5 }),
        author: fc.constantFrom(ann, bob, office),
        hours: fc.integer({ min: 0, max: 400 }),
        isFull: fc.boolean(),
        subject: fc.constantFrom('Colour on Friday', 'Re: Colour on Friday', 'Fwd: Colour on Friday', 'Question'),
        anchor: fc.option(fc.constantFrom('one', 'two'), { freq: 8 }),
        isMissing: fc.nat({ max: 4 }).map((roll) => roll === 0),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((plans) => {
      const mails: ThreadedMail[] = []
      for (const [index, plan] of plans.entries()) {
        const parent = plan.answers === null ? undefined : mails[plan.answers % Math.max(index, 1)]
        const references = parent ? [...(plan.isFull ? parent.references : []), parent.messageId!] : []
        mails.push({
          id: `m${index}`,
          messageId: `<m${index}@x.example>`,
          references,
          subject: plan.subject,
          from: plan.author,
          to: plan.author === office ? [ann, bob] : [office],
          at: new Date(START + plan.hours * 3_600_000).toISOString(),
          ...(plan.anchor === null ? {} : { anchor: plan.anchor }),
        })
      }
      return mails.filter((_, index) => !plans[index]!.isMissing)
    })
  const shuffledForest = forest.chain((mails) =>
    fc.tuple(fc.constant(mails), fc.shuffledSubarray(mails, { minLength: mails.length })),
  )

  test('form the same conversations', () => {
    fc.assert(
      fc.property(shuffledForest, ([mails, shuffled]) => {
        expect(threads(shuffled)).toEqual(threads(mails))
      }),
      { numRuns: 1000 },
    )
  })

  test('or delivered twice, form the same conversations', () => {
    fc.assert(
      fc.property(shuffledForest, ([mails, again]) => {
        expect(threads([...mails, ...again])).toEqual(threads(mails))
      }),
    )
  })

  test('each stand in exactly one conversation', () => {
    fc.assert(
      fc.property(forest, (mails) => {
        expect(threads(mails).flat().sort()).toEqual(mails.map((one) => one.id).sort())
      }),
    )
  })
})

describe('forests of two people who answer with full references', () => {
  /** Deterministic, so that the figure can be repeated. */
  const random = (seed: number) => {
    let state = seed
    return () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return (state >>> 8) / 0x800000
    }
  }
  const forestOf = (seed: number) => {
    const roll = random(seed + 1)
    const mails: (ThreadedMail & { root: string })[] = []
    for (let index = 0; index < 40; index += 1) {
      const parent = index > 0 && roll() < 0.8 ? mails[Math.floor(roll() * index)] : undefined
      const customer = parent
        ? parent.to.concat(parent.from).find((address) => address !== office)!
        : `c${index}@example.com`
      const isOurs = parent !== undefined && roll() < 0.5
      mails.push({
        id: `f${index}`,
        messageId: `<f${seed}-${index}@x.example>`,
        references: parent ? [...parent.references, parent.messageId!] : [],
        subject: 'Hello',
        from: isOurs ? office : customer,
        to: [isOurs ? customer : office],
        at: new Date(START + index * 3_600_000).toISOString(),
        root: parent?.root ?? `f${index}`,
      })
    }
    return { mails, roll }
  }

  test('come out wholly right 300 times of 300, also with a fifth of the mails missing and in reverse', () => {
    let right = 0
    for (let seed = 0; seed < 300; seed += 1) {
      const { mails, roll } = forestOf(seed)
      const arrived = mails.filter(() => roll() >= 0.2).reverse()
      const byRoot = Object.values(Object.groupBy(arrived, (one) => one.root)).map((group) =>
        group!.map((one) => one.id),
      )
      if (JSON.stringify(sorted(threads(arrived))) === JSON.stringify(sorted(byRoot))) right += 1
    }
    expect(right).toBe(300)
  })
})

describe('the time to thread grows no faster than the mails', () => {
  const chain = (size: number) => {
    const mails: ThreadedMail[] = []
    for (let index = 0; index < size; index += 1)
      mails.push(mail({ id: `c${index}`, day: index / 100, references: ref(...mails.slice(-100)) }))
    return mails
  }
  test('of one long thread', () => expectLinear(chain, threads, 2000))
  test('of many mails with one subject and no references', () =>
    expectLinear(
      (n) =>
        Array.from({ length: n }, (_, at) =>
          mail({ id: `s${at}`, from: `p${at % 50}@x.example`, subject: 'Re: Colour on Friday' }),
        ),
      threads,
      4000,
    ))
  test('of a mail with 2,000 references, sent many times', () => {
    const references = Array.from({ length: 2000 }, (_, at) => `<r${at}@x.example>`)
    return expectLinear((n) => Array.from({ length: n }, (_, at) => mail({ id: `r${at}`, references })), threads, 200)
  })
})
