import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feedAddress } from '../../../worker/features/calendars/rules/feed-address.ts'

const judged = (address: string) => feedAddress(address, { isLocalAllowed: false })

describe('an address of a calendar', () => {
  it.each([
    'https://calendar.google.com/calendar/ical/x/basic.ics',
    'https://8.8.8.8/a.ics',
    'https://[2606:4700::1111]/a.ics',
    'https://cloud.mueller-praxis.de:8443/a.ics',
  ])('may be %s', (address) => {
    expect(judged(address)).toEqual({ ok: true, url: address })
  })

  it('may be written as webcal', () => {
    expect(judged(' webcal://p1-calendars.icloud.com/published/2/x ')).toEqual({
      ok: true,
      url: 'https://p1-calendars.icloud.com/published/2/x',
    })
  })

  it.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.0.0.1', '0177.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['[::1]', '[::]', '[fe80::1]', '[fd00::1]', '[fc00::1]', '[ff02::1]', '[::ffff:127.0.0.1]', '[::ffff:a00:1]'],
    ...['[64:ff9b::10.0.0.1]', '[2002:7f00:1::]', '[2001:db8::1]', '[::127.0.0.1]', '[2001::1]'],
    ...['localhost', 'LOCALHOST.', 'foo.localhost', 'printer.local', 'nas.lan', 'metadata.google.internal', 'router'],
    ...['10.0.0.1.nip.io', 'x.sslip.io', 'a.localtest.me', 'box.home.arpa', '①27.0.0.1'],
  ])('is refused where it leads into a private network: %s', (host) => {
    expect(judged(`https://${host}/a.ics`)).toMatchObject({
      ok: false,
      why: expect.stringContaining('private network'),
    })
  })

  it.each([
    ['http://calendar.google.com/a.ics', 'begins with https'],
    ['ftp://calendar.google.com/a.ics', 'begins with https'],
    ['file:///etc/passwd', 'begins with https'],
    ['https://me:secret@cloud.test.de/a.ics', 'without a user name'],
    ['hello', 'not an address'],
    [`https://a.de/${'x'.repeat(3000)}`, 'not an address'],
  ])('is refused with a sentence: %s', (address, why) => {
    expect(judged(address)).toMatchObject({ ok: false, why: expect.stringContaining(why) })
  })

  it('of every kind of IPv4 is judged alike, however IPv6 carries it', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte, byte), (bytes) => {
        const v4 = bytes.join('.')
        const plain = judged(`https://${v4}/`).ok
        expect(judged(`https://[::ffff:${v4}]/`).ok).toBe(plain)
        expect(judged(`https://[64:ff9b::${v4}]/`).ok).toBe(plain)
        expect(judged(`https://${bytes.reduce((sum, each) => sum * 256 + each, 0)}/`).ok).toBe(plain)
      }),
    )
  })

  it('of this machine is let in only where tests serve calendars', () => {
    expect(feedAddress('http://127.0.0.1:99/a.ics', { isLocalAllowed: true })).toMatchObject({ ok: true })
    expect(feedAddress('http://10.0.0.1/a.ics', { isLocalAllowed: true })).toMatchObject({ ok: false })
  })
})
