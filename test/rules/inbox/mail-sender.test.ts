import { describe, expect, it } from 'vitest'
import { answerAddress, mailSender } from '../../../worker/features/inbox/rules/mail-sender.ts'

const person = { name: 'Ann', address: 'ann@customer.test' }
const form = { name: 'Website', address: 'noreply@forms.test' }
const other = { name: 'Ann at work', address: 'ann@work.test' }
const nobody = { name: '', address: '' }
const plain = { bulk: false, autoSubmitted: false, deliveryReport: false }

describe('the person a mail is from', () => {
  it.each([
    ['who wrote it', { from: person, replyTo: [] }, person],
    ['who wrote it, wherever answers should go', { from: person, replyTo: [other] }, person],
    ['the visitor of a form, whom Reply-To names', { from: form, replyTo: [other] }, other],
    ['nobody where a machine wants answers by a machine', { from: form, replyTo: [form] }, null],
    ['nobody where a machine names nobody', { from: form, replyTo: [nobody] }, null],
    ['the one to answer where no sender can be read', { from: null, replyTo: [person] }, person],
  ])('is %s', (_, mail, expected) => {
    expect(mailSender({ ...plain, ...mail })).toEqual(expected)
  })

  it.each(['bulk', 'autoSubmitted', 'deliveryReport'])('is nobody in a mail that is %s', (sign) => {
    expect(mailSender({ ...plain, [sign]: true, from: person, replyTo: [other] })).toBeNull()
  })
})

describe('the address for answers', () => {
  it('is told only where it is another than the sender’s', () => {
    expect(answerAddress({ from: person, replyTo: [person] })).toBeNull()
    expect(answerAddress({ from: person, replyTo: [] })).toBeNull()
    expect(answerAddress({ from: person, replyTo: [nobody, other] })).toEqual(other)
  })
})
