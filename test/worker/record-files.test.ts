import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { addFile } from '../../worker/features/files/add-file.ts'
import { recordFileKey } from '../../worker/features/files/keys.ts'
import { LARGEST_FILE_BYTES } from '../../worker/features/files/rules/new-file.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { colleagueOf, insideOf, rowsOf } from '../support/inside.ts'
import { inboxOf, postMail, understood } from '../support/mails.ts'
import { ORIGIN, ownerWithOffice, type Person } from '../support/people.ts'
import { rawMail } from '../support/raw-mail.ts'
import { upload } from '../support/upload.ts'

type Office = { owner: Person; officeId: string }
let ours: Office
let theirs: Office
let viewer: Person
let contactId: string
beforeAll(async () => {
  ours = await ownerWithOffice('Practice Ours')
  theirs = await ownerWithOffice('Practice Theirs')
  viewer = await colleagueOf(ours.owner, ours.officeId, 'viewer')
  ;({ id: contactId } = await ours.owner.caller.contacts.create.mutate({ name: 'Ann', email: null, phone: null }))
})

const caller = () => ours.owner.caller
const list = (recordId = contactId) => caller().files.list.query({ record: 'contact', recordId })
const get = (path: string, who: Person) =>
  exports.default.fetch(`${ORIGIN}/files/kept/${path}`, { headers: { cookie: who.cookie } })
const stored = async () => (await env.FILES.list({ prefix: `${ours.officeId}/files/` })).objects.length
const keptId = async (response: Response) => (await response.json<{ id: string }>()).id
const onContact = (more: object = {}) => ({ record: 'contact', recordId: contactId, ...more })

describe('a file on a record', () => {
  it('stands in its list and in the timeline, and comes back byte for byte, to be saved', async () => {
    const response = await upload(
      ours.owner,
      onContact({ name: 'C:\\scans\\Größe.pdf', type: 'application/pdf' }),
      'abc',
    )
    const id = await keptId(response)
    expect((await list())[0]).toMatchObject({
      ...{ id, name: 'Größe.pdf', type: 'application/pdf', bytes: 3, origin: 'member', sender: null },
      authorId: expect.any(String),
    })
    const { rows } = await caller().contacts.timeline.query({ id: contactId })
    expect(rows[0]).toMatchObject({ kind: 'file_added', title: 'Größe.pdf', entityId: id, by: { kind: 'member' } })
    const file = await get(id, ours.owner)
    expect(new TextDecoder().decode(await file.arrayBuffer())).toBe('abc')
    expect(file.headers.get('content-disposition')).toContain("attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf")
  })

  it.each([
    { record: 'company', more: async () => (await company()).id },
    { record: 'deal', more: async () => (await deal()).id },
    { record: 'task', more: async () => (await task()).id },
  ] as const)('can be put on a $record as well', async ({ record, more }) => {
    const recordId = await more()
    const id = await keptId(await upload(ours.owner, { record, recordId, name: 'plan.txt' }, 'x'))
    expect(await caller().files.list.query({ record, recordId })).toMatchObject([{ id, name: 'plan.txt' }])
    const of = { record, recordId }
    await expect(theirs.owner.caller.files.list.query(of)).rejects.toThrow('does not exist')
  })

  it('is renamed, keeps its ending where none is typed, and each step is taken back', async () => {
    const id = await keptId(await upload(ours.owner, onContact({ name: 'scan.pdf' }), 'x'))
    const name = async () => (await list()).find((file) => file.id === id)?.name
    const { actId } = await caller().files.rename.mutate({ id, name: '../../Insurance card' })
    expect(await name()).toBe('Insurance card.pdf')
    expect((await caller().files.rename.mutate({ id, name: 'Insurance card' })).actId).toBeNull()
    await caller().acts.undo.mutate({ id: actId! })
    expect(await name()).toBe('scan.pdf')
    await expect(caller().files.rename.mutate({ id, name: '  ' })).rejects.toThrow('needs a name')
  })

  it('is removed into the trash, cannot be opened there, and comes back whole', async () => {
    const id = await keptId(await upload(ours.owner, onContact({ name: 'gone.txt' }), 'still here'))
    const { actId, title } = await caller().files.remove.mutate({ id })
    expect(title).toBe('Deleted the file gone.txt')
    expect((await list()).map((file) => file.id)).not.toContain(id)
    expect((await get(id, ours.owner)).status).toBe(404)
    expect((await caller().acts.list.query({})).rows.map((act) => act.id)).toContain(actId)
    await expect(caller().files.remove.mutate({ id })).rejects.toThrow('does not exist')
    await caller().acts.undo.mutate({ id: actId! })
    expect(await (await get(id, ours.owner)).text()).toBe('still here')
  })

  it('goes with its contact into the trash and comes back with it', async () => {
    const { id: recordId } = await caller().contacts.create.mutate({ name: 'Bob', email: null, phone: null })
    const id = await keptId(await upload(ours.owner, { record: 'contact', recordId, name: 'a.txt' }, 'x'))
    const { actId } = await caller().trash.discard.mutate({ record: 'contact', id: recordId })
    expect((await get(id, ours.owner)).status).toBe(404)
    await caller().acts.undo.mutate({ id: actId })
    expect((await get(id, ours.owner)).status).toBe(200)
  })

  it('goes over to the contact into whom its own was merged, and back', async () => {
    const { id: other } = await caller().contacts.create.mutate({ name: 'Ann B.', email: null, phone: null })
    const id = await keptId(await upload(ours.owner, { record: 'contact', recordId: other, name: 'b.txt' }, 'x'))
    const { actId } = await caller().contacts.merge.mutate({ keepId: contactId, dropId: other, fromOther: [] })
    expect((await list()).map((file) => file.id)).toContain(id)
    await caller().acts.undo.mutate({ id: actId })
    expect((await list(other)).map((file) => file.id)).toEqual([id])
  })
})

const company = async () => {
  await caller().companies.join.mutate({ contactId, name: 'Tiles & Co', role: null })
  return (await caller().companies.ofContact.query({ contactId }))[0]!
}
const deal = () => caller().deals.create.mutate({ title: 'Kitchen', amount: null, contactId })
const task = () => caller().tasks.create.mutate({ title: 'Measure', dueOn: null, contactId })

describe('what is opened', () => {
  it('is shown only where it is an image, and never runs as a page', async () => {
    const page = '<script>alert(1)</script>'
    const asHtml = await keptId(await upload(ours.owner, onContact({ name: 'x.html', type: 'text/html' }), page))
    const asSvg = await keptId(await upload(ours.owner, onContact({ name: 'x.svg', type: 'image/svg+xml' }), page))
    const asPng = await keptId(await upload(ours.owner, onContact({ name: 'x.png', type: 'image/png' }), page))
    for (const id of [asHtml, asSvg]) {
      const answer = await get(`${id}?show`, ours.owner)
      expect(answer.headers.get('content-type')).toBe('application/octet-stream')
      expect(answer.headers.get('content-disposition')).toContain('attachment')
    }
    const image = await get(`${asPng}?show`, ours.owner)
    expect(image.headers.get('content-type')).toBe('image/png')
    for (const answer of [image, await get(asHtml, ours.owner)]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox$/)
      expect(answer.headers.get('content-security-policy')).not.toMatch(/script|allow/)
    }
  })

  it('is not found by another office, and a viewer looks at it and changes nothing', async () => {
    const id = await keptId(await upload(ours.owner, onContact({ name: 'mine.txt' }), 'x'))
    expect((await get(id, theirs.owner)).status).toBe(404)
    expect((await get(id, viewer)).status).toBe(200)
    expect((await upload(theirs.owner, onContact(), 'x')).status).toBe(404)
    const refused = await upload(viewer, onContact(), 'x')
    expect([refused.status, await refused.json()]).toMatchObject([403, { sentence: /You may look/ }])
    for (const who of [theirs.owner, viewer])
      await expect(who.caller.files.remove.mutate({ id })).rejects.toThrow(/does not exist|You may look/)
    const fromElsewhere = await upload(ours.owner, onContact(), 'x', { origin: 'https://evil.test' })
    expect(fromElsewhere.status).toBe(403)
  })
})

describe('a file that cannot be kept', () => {
  it.each([
    ['is empty', { name: 'nothing.txt' }, '', '“nothing.txt” is empty.'],
    ['was cut off on its way', { name: 'half.txt', bytes: 9 }, 'half', '“half.txt” did not arrive whole.'],
    ['says no length', { name: 'odd.txt', bytes: 'x' }, 'odd', 'cannot be read'],
    ['is put on what has no files', { record: 'conversation' }, 'x', 'cannot be read'],
  ])('because it %s leaves nothing, and the sentence says so', async (_, more, content, sentence) => {
    const before = [await stored(), (await rowsOf('files', ours.officeId)).length]
    const answer = await upload(ours.owner, onContact(more), content)
    expect(answer.status).toBe(400)
    expect((await answer.json<{ sentence: string }>()).sentence).toContain(sentence)
    expect([await stored(), (await rowsOf('files', ours.officeId)).length]).toEqual(before)
  })

  it('because it is too large is refused as soon as that is seen', async () => {
    const before = await stored()
    const answer = await upload(ours.owner, onContact({ name: 'film.mov' }), new Uint8Array(LARGEST_FILE_BYTES + 1))
    expect(answer.status).toBe(413)
    expect((await answer.json<{ sentence: string }>()).sentence).toContain('“film.mov” is larger than 25 MB.')
    expect(await stored()).toBe(before)
  })

  it('without a name is named after what it is', async () => {
    await upload(ours.owner, onContact({ name: '', type: 'image/jpeg' }), 'x')
    expect((await list())[0]).toMatchObject({ name: 'image.jpg' })
  })

  it('because its row cannot be written loses its content too, and one sent twice is one', async () => {
    const officeId = OfficeId.parse(ours.officeId)
    const inside = await insideOf(officeId)
    const key = crypto.randomUUID()
    const sent = { record: 'contact' as const, recordId: contactId, name: 'a.txt', key, type: null }
    const member = { userId: 'u', name: 'Ann', role: 'owner' as const }
    const content = new TextEncoder().encode('content')
    // A timeline line of an id that is taken: the row with it cannot be written.
    const taken = (await rowsOf('activities', officeId))[0]!.id
    const broken = { ...inside, member, newId: () => String(taken) }
    await expect(addFile(broken, { ...sent, content })).rejects.toThrow()
    expect(await env.FILES.get(recordFileKey(officeId, key))).toBeNull()
    const again = await Promise.all([1, 2].map(() => addFile({ ...inside, member }, { ...sent, content })))
    expect(again).toEqual([{ id: key }, { id: key }])
    expect((await list()).filter(({ id }) => id === key)).toHaveLength(1)
    const file = await env.FILES.get(recordFileKey(officeId, key))
    expect(new TextDecoder().decode(await file?.arrayBuffer())).toBe('content')
  })

  it('when the database is away leaves no content behind', async () => {
    const inside = await insideOf(ours.officeId)
    const member = { userId: 'u', name: 'Ann', role: 'owner' as const }
    const key = crypto.randomUUID()
    const now = () => new Date(Number.NaN)
    const sent = { record: 'contact' as const, recordId: contactId, name: 'a.txt', key, type: null }
    const before = await stored()
    await expect(addFile({ ...inside, member, now }, { ...sent, content: new Uint8Array(3) })).rejects.toThrow()
    expect(await stored()).toBe(before)
  })
})

describe('what came with a message', () => {
  it('stands in the same list, with who sent it, and the logo of a signature does not', async () => {
    const part = (headers: string[], body: string) => ['--b', ...headers, '', body]
    const text = [
      ...part(['Content-Type: text/plain'], 'Here is the plan.'),
      ...part(['Content-Type: application/pdf', 'Content-Disposition: attachment; filename="plan.pdf"'], 'PDF'),
      ...part(['Content-Type: image/png', 'Content-ID: <logo>'], 'PNG'),
      '--b--',
    ].join('\r\n')
    const headers = ['Content-Type: multipart/mixed; boundary=b']
    const subject = `Plan ${crypto.randomUUID()}`
    await postMail(await inboxOf(ours.owner), rawMail({ from: 'Kim <kim@customer.test>', subject, text, headers }))
    const { contactId: sender, id } = await understood(ours.owner, subject)
    const files = await list(sender!)
    expect(files).toMatchObject([{ name: 'plan.pdf', origin: 'message', sender: 'Kim', conversationId: id }])
    await upload(ours.owner, { record: 'contact', recordId: sender!, name: 'answer.txt' }, 'x')
    expect((await list(sender!)).map(({ name }) => name)).toEqual(['answer.txt', 'plan.pdf'])
  })
})
