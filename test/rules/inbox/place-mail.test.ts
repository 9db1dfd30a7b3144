import { describe, expect, test } from 'vitest'
import {
  type IncomingMail,
  type KnownConversation,
  type KnownKeys,
  placeMail,
} from '../../../worker/features/inbox/rules/place-mail.ts'

const conversation = (id: string, fields: Partial<KnownConversation> = {}): KnownConversation => ({
  id,
  participants: new Set(['ann@example.com', 'office@salon.example']),
  subjects: new Set(['colour on friday']),
  lastAt: '2026-10-01T08:00:00Z',
  apartFrom: new Set(),
  ...fields,
})
const place = (known: Partial<KnownKeys>, mail: Partial<IncomingMail> = {}) =>
  placeMail(
    {
      subject: 'Re: Colour on Friday',
      from: 'ann@example.com',
      to: ['office@salon.example'],
      at: '2026-10-02T08:00:00Z',
      isAnchored: false,
      ...mail,
    },
    { byAnchor: null, byOwnId: null, byReference: [], bySubject: [], ...known },
  )

describe('a mail', () => {
  test('without any key begins a conversation', () => {
    expect(place({})).toEqual({ kind: 'new' })
  })

  test('of a participant joins the nearest conversation it refers to', () => {
    const other = conversation('b', { participants: new Set(['x@y.example']) })
    expect(place({ byReference: [conversation('a'), other] })).toEqual({ kind: 'join', conversationId: 'a' })
  })

  test('of a stranger only refers to it, and of a known other address of the same person joins', () => {
    const known = { byReference: [conversation('a')] }
    expect(place(known, { from: 'eve@example.com' })).toEqual({ kind: 'new', refersTo: 'a' })
    expect(place(known, { from: 'ann@work.example', aliases: ['ann@example.com'] })).toEqual({
      kind: 'join',
      conversationId: 'a',
    })
  })

  test('with our anchor joins, whoever sends it', () => {
    const place1 = place(
      { byAnchor: conversation('a') },
      { from: 'eve@example.com', isAnchored: true, subject: 'Fwd: x' },
    )
    expect(place1).toEqual({ kind: 'join', conversationId: 'a' })
  })

  test('that joins two conversations of the same people fuses them, each named once', () => {
    expect(
      place({ byReference: [conversation('a'), conversation('b'), conversation('a'), conversation('b')] }),
    ).toEqual({
      kind: 'fuse',
      into: 'a',
      from: ['b'],
    })
  })

  test('never fuses what was told apart, also not by way of a third', () => {
    const apart = conversation('c', { apartFrom: new Set(['b']) })
    expect(place({ byReference: [conversation('a'), conversation('b'), apart] })).toEqual({
      kind: 'fuse',
      into: 'a',
      from: ['b'],
    })
    expect(place({ byReference: [conversation('b'), apart] })).toEqual({ kind: 'join', conversationId: 'b' })
  })

  test('that was answered before it arrived joins its answer, even if it is a forward', () => {
    expect(place({ byOwnId: conversation('a') }, { subject: 'Fwd: Colour on Friday' })).toEqual({
      kind: 'join',
      conversationId: 'a',
    })
  })

  test('forwarded, or of a new matter after a quiet month, begins its own', () => {
    const known = { byReference: [conversation('a')] }
    expect(place(known, { subject: 'WG: Colour on Friday' })).toEqual({ kind: 'new', refersTo: 'a' })
    const late = { at: '2026-11-05T08:00:00Z' }
    expect(place(known, { ...late, subject: 'Wedding' })).toEqual({ kind: 'new', refersTo: 'a' })
    expect(place(known, late)).toEqual({ kind: 'join', conversationId: 'a' })
  })

  test('joins by its subject only where exactly one conversation will do', () => {
    expect(place({ bySubject: [conversation('a')] })).toEqual({ kind: 'join', conversationId: 'a' })
    expect(place({ bySubject: [conversation('a'), conversation('b')] })).toEqual({ kind: 'new' })
    expect(place({ bySubject: [conversation('a')] }, { subject: 'Colour on Friday' })).toEqual({ kind: 'new' })
    expect(place({ bySubject: [conversation('a')] }, { from: 'eve@example.com' })).toEqual({ kind: 'new' })
  })
})
