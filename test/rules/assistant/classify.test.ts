import { describe, expect, test } from 'vitest'
import { classify } from '../../../worker/features/assistant/rules/classify.ts'
import { saidPart } from '../../../worker/features/assistant/rules/said-part.ts'

const SIGNATURE =
  'Kind regards,\n\nEmma Clarke\nClarke & Sons Ltd\n12 Main Street, Dublin\n+353 87 123 4567\nwww.clarke.example'

/** Everyday mails: what nobody would hesitate about. None of them is among the examples. */
const EVERYDAY = [
  ['appointment', 'Haircut', 'Could I book a haircut on Friday at 10?'],
  ['appointment', '', 'Do you have anything free on Saturday for a cut and colour?'],
  ['reschedule_cancel', 'My appointment', 'I need to cancel my appointment tomorrow.'],
  ['reschedule_cancel', 'Friday', 'Could we move my appointment from Friday to Monday instead?'],
  ['lead_quote', 'Quote', 'Could you send me a quote for painting three rooms?'],
  ['lead_quote', 'Price', 'What would it cost to install a new boiler?'],
  ['customer_question', 'Parking?', 'Is there parking near your salon on Saturdays?'],
  ['customer_question', '', 'Do you sell gift vouchers?'],
  ['complaint', 'Complaint', 'I waited for an hour yesterday and nobody apologised. This is not acceptable.'],
  ['complaint', 'Colour', 'I am very unhappy with my hair. The colour came out orange and my scalp is burning.'],
  ['invoice_payment', 'Invoice 1042', 'Could you send me a copy of invoice 1042 for my accountant?'],
  ['job_application', 'Application', 'I would like to apply for the position of receptionist. My CV is attached.'],
  ['sales_pitch', 'SEO', 'I noticed your website could rank higher on Google. Our agency offers SEO packages.'],
  [
    'newsletter',
    'Spring news',
    'Our spring newsletter is here: five trends. Read more online. Unsubscribe at any time.',
  ],
  ['spam', 'You have won', 'Congratulations! You have been selected to receive a prize. Click here to claim.'],
  ['other', 'Thank you', 'Thank you so much for yesterday, my hair looks lovely!'],
] as const

describe('the classifier', () => {
  test.each(EVERYDAY)(
    'knows an everyday %s, with and without greeting and signature (%s: %s)',
    (intent, subject, text) => {
      expect(classify(subject, text).intent).toBe(intent)
      expect(classify(subject, `Hi there,\n\n${text}\n\nThanks\nEmma Clarke`).intent).toBe(intent)
      expect(classify(subject, `Dear Sir or Madam,\n\n${text}\n\n${SIGNATURE}`).intent).toBe(intent)
    },
  )

  test('is unsure of what fits no intent', () => {
    for (const text of ['zxcv qwer', '42', 'for (let i = 0; i < rows.length; i++) total += rows[i].qty'])
      expect(classify('', text).confidence).toBeLessThan(0.85)
  })
})

describe('what a message says', () => {
  test('is what stands between greeting and signature', () => {
    expect(saidPart(`Hi Emma,\nis Friday free?\n${SIGNATURE}`)).toBe('is Friday free?')
  })

  test.each(['Thanks\nEmma', 'Hi, could you fit me in?', 'Thanks for Friday.\nIt was lovely.', '', '\n\n'])(
    'is all of %j',
    (text) => {
      expect(saidPart(text).trim()).toBe(text.trim())
    },
  )

  test('keeps what tells a mailing', () => {
    expect(saidPart('News.\nBest wishes\nBob\nUnsubscribe here')).toBe('News.\nUnsubscribe here')
  })
})
