import type { OutgoingMail } from '../../features/inbox/mail.ts'

const mail = (sendId: string, to: string, subject: string, lines: string[]): OutgoingMail => ({
  sendId,
  officeId: null,
  fromName: 'Foyer',
  to,
  replyTo: null,
  subject,
  text: lines.join('\n'),
  headers: { 'Auto-Submitted': 'auto-generated' },
})

export const resetMail = (sendId: string, to: string, link: string) =>
  mail(sendId, to, 'Set a new password', [
    'Somebody, probably you, asked to set a new password for Foyer.',
    '',
    link,
    '',
    'The link works once, within ten minutes. If it was not you, there is nothing to do: your password stays as it is.',
  ])

export const proofMail = (sendId: string, to: string, link: string) =>
  mail(sendId, to, 'Confirm your address', [
    'Somebody, probably you, uses this address for Foyer. Please confirm that it is yours:',
    '',
    link,
    '',
    'The link works once, within a day. If it was not you, there is nothing to do.',
  ])

export const addressChangedMail = (sendId: string, to: string, email: string) =>
  mail(sendId, to, 'Your address was changed', [
    `From now on you sign in to Foyer with ${email}.`,
    '',
    'If it was not you, somebody knows your password. Please tell an owner of your office at once.',
  ])

export const alreadySignedUpMail = (sendId: string, to: string, publicUrl: string) =>
  mail(sendId, to, 'You already have an account', [
    'Somebody, probably you, tried to sign up for Foyer with this address, which already has an account.',
    '',
    `Sign in: ${publicUrl}/sign-in`,
    `Set a new password: ${publicUrl}/forgot-password`,
    '',
    'If it was not you, there is nothing to do.',
  ])
