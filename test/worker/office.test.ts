import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import { officeByInboxKey } from '../../db/queries/office.ts'
import { contextFor, type OfficeCtx } from '../../worker/context.ts'
import { sendInvitation } from '../../worker/features/office/jobs.ts'
import { officeContextOf } from '../../worker/features/office/open-office.ts'
import type { Role } from '../../worker/features/office/rules/roles.ts'
import { initialSettings } from '../../worker/features/office/rules/settings.ts'
import { OfficeId } from '../../worker/kernel/ids.ts'
import { DAY_MS, SECOND_MS } from '../../worker/kernel/time.ts'
import { callerWith, officeOf, ownerWithOffice, type Person, signedIn, signUp } from '../support/people.ts'

const PARTICULARS = { name: 'Salon Example', timeZone: 'Europe/Berlin', country: 'DE', currency: 'EUR' }
const unknownId = () => crypto.randomUUID()

const refusedAs = (refusal: string, sentence: unknown = expect.any(String)) =>
  expect.objectContaining({ message: sentence, data: expect.objectContaining({ refusal }) })
/** What a call was refused with; a call that succeeds fails the test. */
const refusal = (call: Promise<unknown>) =>
  call.then(
    (answer) => Promise.reject(new Error(`Not refused: ${JSON.stringify(answer)}`)),
    (error) => error,
  )

async function insideOf(officeId: string): Promise<OfficeCtx> {
  const inside = await officeContextOf(contextFor(env, 'test'), OfficeId.parse(officeId))
  return inside!
}

/** The token of the link in the mail that an invitation sends. */
async function linkOf(officeId: string, invitationId: string): Promise<string> {
  await sendInvitation(await insideOf(officeId), invitationId)
  const text = await env.DB.prepare('select text from sent_locally where id = ?')
    .bind(`invitation-${invitationId}`)
    .first<string>('text')
  return new URL(text?.match(/http\S+/)?.[0] ?? '').searchParams.get('token') ?? ''
}

/** Somebody who works in the owner's office, and has it open. */
async function colleagueOf(owner: Person, officeId: string, role: Role): Promise<Person> {
  const colleague = await signUp(`A ${role}`)
  const { invitationId } = await owner.caller.office.invite.mutate({ email: colleague.email, role })
  await colleague.caller.office.acceptInvitation.mutate({ token: await linkOf(officeId, invitationId) })
  return colleague
}

const userIdOf = async (person: Person) => (await person.caller.signIn.whoAmI.query())!.user.id
const countOf = (table: string, officeId: string, database = env.DB) =>
  database.prepare(`select count(*) as n from ${table} where office_id = ?`).bind(officeId).first<number>('n')

describe('a membership that ends where this isolate does not see it', () => {
  const removedElsewhere = (person: Person, officeId: string) =>
    env.DB.prepare('delete from members where office_id = ? and user_id = (select id from users where email = ?)')
      .bind(officeId, person.email)
      .run()

  it('stops every change at once, and looks within ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const { owner, officeId } = await ownerWithOffice()
      const colleague = await colleagueOf(owner, officeId, 'staff')
      await colleague.caller.contacts.count.query()
      await removedElsewhere(colleague, officeId)
      await expect(colleague.caller.contacts.count.query()).resolves.toBe(0)
      vi.setSystemTime(Date.now() + 10 * SECOND_MS)
      await expect(colleague.caller.contacts.count.query()).rejects.toThrow('Please open an office first.')

      const other = await colleagueOf(owner, officeId, 'staff')
      await other.caller.contacts.count.query()
      await removedElsewhere(other, officeId)
      const task = { title: 'Too late', dueOn: null, contactId: null }
      await expect(other.caller.tasks.create.mutate(task)).rejects.toThrow('Please open an office first.')
    } finally {
      vi.useRealTimers()
    }
  })

  it('is looked up anew for what only owners may see', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const second = await colleagueOf(owner, officeId, 'owner')
    await second.caller.jobs.dead.query()
    await removedElsewhere(second, officeId)
    await expect(second.caller.jobs.dead.query()).rejects.toThrow('Please open an office first.')
  })
})

describe('founding an office', () => {
  it('makes one office of a double click, with its owner, mail address and pipeline', async () => {
    const owner = await signUp()
    const request = { ...PARTICULARS, requestId: crypto.randomUUID() }
    const [one, two] = await Promise.all([
      owner.caller.office.create.mutate(request),
      owner.caller.office.create.mutate(request),
    ])
    expect(one).toEqual(two)
    expect(one.officeId).toBe(request.requestId)
    expect(await countOf('members', one.officeId)).toBe(1)
    expect(await countOf('inbound_addresses', one.officeId)).toBe(1)
    const shard = (await insideOf(one.officeId)).office.shard
    expect(await countOf('pipelines', one.officeId, [env.DB, env.DB1][shard])).toBe(1)
    expect(await owner.caller.office.read.query()).toMatchObject({ ...PARTICULARS, role: 'owner', version: 1 })
  })

  it('finishes an office that a fault left without its pipeline', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const inside = await insideOf(officeId)
    const database = [env.DB, env.DB1][inside.office.shard]!
    await database.batch([
      database.prepare('delete from stages where office_id = ?').bind(officeId),
      database.prepare('delete from pipelines where office_id = ?').bind(officeId),
    ])
    await owner.caller.office.create.mutate({ ...PARTICULARS, requestId: officeId })
    expect(await countOf('pipelines', officeId, database)).toBe(1)
  })

  it('gives the second office of a name another address, and each database its share', async () => {
    const name = `Salon ${crypto.randomUUID()}`
    const [first, second] = [await ownerWithOffice(name), await ownerWithOffice(name)]
    expect(second.slug).toMatch(new RegExp(`^${first.slug}-[a-z2-7]{8}$`))
    const shards = [first, second].map(async ({ officeId }) => (await insideOf(officeId)).office.shard)
    expect(new Set(await Promise.all(shards))).toEqual(new Set([0, 1]))
  })

  it('neither opens nor shows an office whose id somebody else used', async () => {
    const { officeId } = await ownerWithOffice()
    const stranger = await signUp()
    const error = await refusal(stranger.caller.office.create.mutate({ ...PARTICULARS, requestId: officeId }))
    expect(error).toEqual(refusedAs('not_found'))
    expect((await stranger.caller.signIn.whoAmI.query())?.offices).toEqual([])
  })

  it('refuses places and money that do not exist, naming the field', async () => {
    const owner = await signUp()
    const wrong = { timeZone: 'Europe/Nowhere', country: 'QQ', currency: 'XYZ', name: '  ' }
    for (const [field, value] of Object.entries(wrong)) {
      const request = { ...PARTICULARS, requestId: crypto.randomUUID(), [field]: value }
      const error = await refusal(owner.caller.office.create.mutate(request))
      expect(error.data).toMatchObject({ code: 'BAD_REQUEST', fields: { [field]: [expect.any(String)] } })
    }
  })

  it('needs somebody who is signed in', async () => {
    const request = { ...PARTICULARS, requestId: crypto.randomUUID() }
    expect(await refusal(callerWith().office.create.mutate(request))).toEqual(refusedAs('unauthenticated'))
    const nobodyYet = await signUp()
    expect(await refusal(nobodyYet.caller.office.read.query())).toEqual(refusedAs('not_allowed'))
  })
})

describe('several offices', () => {
  it('are opened one at a time, each session its own', async () => {
    const { owner, officeId: first } = await ownerWithOffice('First')
    const elsewhere = await signedIn(owner)
    const { officeId: second } = await officeOf(owner, 'Second')
    expect((await owner.caller.office.read.query()).id).toBe(second)
    expect((await elsewhere.caller.office.read.query()).id).toBe(first)
    await owner.caller.office.switch.mutate({ officeId: first })
    expect((await owner.caller.office.read.query()).name).toBe('First')
    expect((await owner.caller.signIn.whoAmI.query())?.offices.map((office) => office.name)).toEqual([
      'First',
      'Second',
    ])
  })

  it('hide from each other what is theirs', async () => {
    const mine = await ownerWithOffice('Mine')
    const theirs = await ownerWithOffice('Theirs')
    const staff = await colleagueOf(theirs.owner, theirs.officeId, 'staff')
    const { invitationId } = await theirs.owner.caller.office.invite.mutate({
      email: 'new@example.test',
      role: 'staff',
    })
    const [address] = await theirs.owner.caller.office.inbound.query()
    const userId = await userIdOf(staff)
    const { office } = mine.owner.caller
    const foreign = [
      () => office.switch.mutate({ officeId: theirs.officeId }),
      () => office.changeRole.mutate({ userId, role: 'viewer' }),
      () => office.removeMember.mutate({ userId }),
      () => office.revokeInvitation.mutate({ invitationId }),
      () => office.rotateInboundSecret.mutate({ key: address!.key }),
    ]
    for (const call of foreign) expect(await refusal(call())).toEqual(refusedAs('not_found'))
    for (const call of [
      () => office.switch.mutate({ officeId: unknownId() }),
      () => office.changeRole.mutate({ userId: unknownId(), role: 'viewer' }),
      () => office.revokeInvitation.mutate({ invitationId: unknownId() }),
      () => office.rotateInboundSecret.mutate({ key: 'unknown' }),
    ])
      expect(await refusal(call())).toEqual(refusedAs('not_found'))
    const shown = JSON.stringify([
      await office.members.query(),
      await office.inbound.query(),
      await office.read.query(),
    ])
    for (const secret of [theirs.officeId, userId, staff.email, address!.key, invitationId])
      expect(shown).not.toContain(secret)
    const { members, invitations } = await theirs.owner.caller.office.members.query()
    expect(members.map(({ role }) => role)).toEqual(['owner', 'staff'])
    expect(invitations.map(({ id }) => id)).toEqual([invitationId])
    expect(await theirs.owner.caller.office.inbound.query()).toEqual([address])
  })
})

describe('roles', () => {
  it('let a viewer look and change nothing, and leave settings, members and secrets to owners', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const viewer = await colleagueOf(owner, officeId, 'viewer')
    const staff = await colleagueOf(owner, officeId, 'staff')
    const ownersActs = (person: Person) => {
      const { office } = person.caller
      return [
        () => office.update.mutate({ ...PARTICULARS, version: 1 }),
        () => office.updateSettings.mutate({ settings: initialSettings(), version: 1 }),
        () => office.invite.mutate({ email: 'new@example.test', role: 'owner' }),
        () => office.revokeInvitation.mutate({ invitationId: unknownId() }),
        () => office.changeRole.mutate({ userId: unknownId(), role: 'owner' }),
        () => office.removeMember.mutate({ userId: unknownId() }),
        () => office.rotateInboundSecret.mutate({ key: 'unknown' }),
      ]
    }
    for (const person of [viewer, staff])
      for (const act of ownersActs(person)) expect(await refusal(act())).toEqual(refusedAs('not_allowed'))
    await owner.caller.office.invite.mutate({ email: 'asked@example.test', role: 'staff' })
    for (const person of [viewer, staff]) {
      expect((await person.caller.office.read.query()).id).toBe(officeId)
      const { members, invitations } = await person.caller.office.members.query()
      expect(members.map(({ role }) => role)).toEqual(['owner', 'viewer', 'staff'])
      expect(invitations).toEqual([])
    }
  })

  it('are changed at once, and somebody who was removed is out with the next request', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const staff = await colleagueOf(owner, officeId, 'staff')
    const userId = await userIdOf(staff)
    await owner.caller.office.changeRole.mutate({ userId, role: 'owner' })
    expect((await staff.caller.office.read.query()).role).toBe('owner')
    await owner.caller.office.removeMember.mutate({ userId })
    expect(await refusal(staff.caller.office.read.query())).toEqual(refusedAs('not_allowed'))
    expect(await staff.caller.signIn.whoAmI.query()).toMatchObject({ officeId: null, offices: [] })
  })

  it('never leave an office without an owner', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const userId = await userIdOf(owner)
    const staff = await colleagueOf(owner, officeId, 'staff')
    const needsOwner = refusedAs('conflict', expect.stringContaining('needs an owner'))
    const { office } = owner.caller
    expect(await refusal(office.changeRole.mutate({ userId, role: 'staff' }))).toEqual(needsOwner)
    expect(await refusal(office.removeMember.mutate({ userId }))).toEqual(needsOwner)
    await office.changeRole.mutate({ userId, role: 'owner' })
    expect(await office.read.query()).toMatchObject({ role: 'owner', id: officeId })

    const secondId = await userIdOf(staff)
    await office.changeRole.mutate({ userId: secondId, role: 'owner' })
    const attempts = await Promise.allSettled([
      owner.caller.office.removeMember.mutate({ userId: secondId }),
      staff.caller.office.removeMember.mutate({ userId }),
      owner.caller.office.changeRole.mutate({ userId, role: 'viewer' }),
    ])
    expect(attempts.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    const owners = await env.DB.prepare("select count(*) as n from members where office_id = ? and role = 'owner'")
      .bind(officeId)
      .first<number>('n')
    expect(owners).toBe(1)
  })
})

describe('an invitation', () => {
  const edit = (id: string, change: string) =>
    env.DB.prepare(`update invitations set ${change} where id = ?`).bind(id).run()
  const noLongerOpen = refusedAs('not_found', expect.stringContaining('too old'))

  it('shows its office, makes whoever was invited a member, proves their address, and is used up', async () => {
    const { owner, officeId } = await ownerWithOffice('Salon Rosé')
    const guest = await signUp()
    const invited = await owner.caller.office.invite.mutate({ email: ` ${guest.email.toUpperCase()}`, role: 'staff' })
    const token = await linkOf(officeId, invited.invitationId)
    const shown = await callerWith().office.invitation.query({ token })
    expect(shown).toEqual({ officeName: 'Salon Rosé', email: guest.email, role: 'staff' })
    expect(await guest.caller.office.acceptInvitation.mutate({ token })).toMatchObject({ officeId })
    expect(await guest.caller.signIn.whoAmI.query()).toMatchObject({ officeId, user: { emailVerified: true } })
    expect((await guest.caller.office.read.query()).role).toBe('staff')
    expect(await refusal(guest.caller.office.acceptInvitation.mutate({ token }))).toEqual(noLongerOpen)
    expect((await owner.caller.office.members.query()).invitations).toEqual([])
    const again = owner.caller.office.invite.mutate({ email: guest.email, role: 'owner' })
    expect(await refusal(again)).toEqual(refusedAs('conflict'))
  })

  it('is for the invited address alone', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const { invitationId } = await owner.caller.office.invite.mutate({ email: 'guest@example.test', role: 'owner' })
    const token = await linkOf(officeId, invitationId)
    const stranger = await signUp()
    const error = await refusal(stranger.caller.office.acceptInvitation.mutate({ token }))
    expect(error).toEqual(refusedAs('not_allowed', expect.stringContaining('guest@example.test')))
    expect(await refusal(callerWith().office.acceptInvitation.mutate({ token }))).toEqual(refusedAs('unauthenticated'))
    expect((await owner.caller.office.members.query()).members).toHaveLength(1)
  })

  it('does not work when forged, expired, revoked or replaced', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const guest = await signUp()
    const invite = () => owner.caller.office.invite.mutate({ email: guest.email, role: 'staff' })
    const accept = (token: string) => guest.caller.office.acceptInvitation.mutate({ token })

    const first = await linkOf(officeId, (await invite()).invitationId)
    expect(await refusal(accept(first.slice(0, -1)))).toEqual(noLongerOpen)
    const second = (await invite()).invitationId
    expect(await refusal(accept(first))).toEqual(noLongerOpen)
    const token = await linkOf(officeId, second)
    await edit(second, `expires_at = ${Date.now() - 1}`)
    expect(await refusal(accept(token))).toEqual(noLongerOpen)
    expect(await refusal(callerWith().office.invitation.query({ token }))).toEqual(noLongerOpen)
    await edit(second, `expires_at = ${Date.now() + DAY_MS}`)
    await owner.caller.office.revokeInvitation.mutate({ invitationId: second })
    expect(await refusal(accept(token))).toEqual(noLongerOpen)
    const twice = owner.caller.office.revokeInvitation.mutate({ invitationId: second })
    expect(await refusal(twice)).toEqual(refusedAs('not_found'))
    expect((await owner.caller.office.members.query()).members).toHaveLength(1)
  })

  it('lasts seven days and leaves its job in the outbox of the office', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const { invitationId } = await owner.caller.office.invite.mutate({ email: 'guest@example.test', role: 'viewer' })
    const [open] = (await owner.caller.office.members.query()).invitations
    expect(Math.abs(Number(new Date(open!.expiresAt)) - Date.now() - 7 * DAY_MS)).toBeLessThan(60_000)
    const { office } = await insideOf(officeId)
    const database = [env.DB, env.DB1][office.shard]!
    const job = await database.prepare('select job from outbox where office_id = ?').bind(officeId).first<string>('job')
    expect(JSON.parse(job!)).toEqual({ kind: 'send_invitation', invitationId })
  })

  it('is mailed once however often its job runs, and not at all once it is revoked', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const inside = await insideOf(officeId)
    const send = vi.fn()
    const needs = { ...inside, mail: { recognisesRepeats: true, send } }
    const { invitationId } = await owner.caller.office.invite.mutate({ email: 'guest@example.test', role: 'viewer' })
    await sendInvitation(needs, invitationId)
    await sendInvitation(needs, invitationId)
    expect(new Set(send.mock.calls.map(([mail]) => mail.sendId)).size).toBe(1)
    await owner.caller.office.revokeInvitation.mutate({ invitationId })
    await sendInvitation(needs, invitationId)
    await sendInvitation(needs, unknownId())
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('does not change the role of somebody who joined in the meantime', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const guest = await signUp()
    const { invitationId } = await owner.caller.office.invite.mutate({ email: guest.email, role: 'viewer' })
    const token = await linkOf(officeId, invitationId)
    const both = await Promise.allSettled([
      guest.caller.office.acceptInvitation.mutate({ token }),
      guest.caller.office.acceptInvitation.mutate({ token }),
    ])
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await countOf('members', officeId)).toBe(2)
  })
})

describe('the settings of an office', () => {
  it('are changed by whoever saw the newest version, and not over somebody else’s change', async () => {
    const { owner } = await ownerWithOffice()
    const { office } = owner.caller
    const moved = { name: 'Salon Moved', timeZone: 'America/New_York', country: 'us', currency: 'usd' }
    expect(await office.update.mutate({ ...moved, version: 1 })).toEqual({ version: 2 })
    const stale = await refusal(office.update.mutate({ ...PARTICULARS, version: 1 }))
    expect(stale).toEqual(refusedAs('conflict', expect.stringContaining('in the meantime')))
    const settings = { ...initialSettings(), assistant: { provider: 'openai' as const, monthlyLimitCents: 500 } }
    expect(await office.updateSettings.mutate({ settings, version: 2 })).toEqual({ version: 3 })
    expect(await refusal(office.updateSettings.mutate({ settings, version: 2 }))).toEqual(refusedAs('conflict'))
    expect(await office.read.query()).toMatchObject({ ...moved, country: 'US', currency: 'USD', settings, version: 3 })
  })

  it('take no threshold below the lowest', async () => {
    const { owner } = await ownerWithOffice()
    const settings = initialSettings()
    settings.gate.threshold = 0.5
    const error = await refusal(owner.caller.office.updateSettings.mutate({ settings, version: 1 }))
    expect(error.data.code).toBe('BAD_REQUEST')
  })
})

describe('inbound addresses', () => {
  it('are shown to staff, with webhooks and secret to owners, and not to viewers', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const [staff, viewer] = [await colleagueOf(owner, officeId, 'staff'), await colleagueOf(owner, officeId, 'viewer')]
    const [whole] = await owner.caller.office.inbound.query()
    expect(whole!.key).toMatch(/^[a-z2-7]{24}$/)
    expect(whole).toMatchObject({
      address: `${whole!.key}@${env.INBOUND_DOMAIN}`,
      hooks: {
        generic: `${env.PUBLIC_URL}/hooks/email/generic/${whole!.key}`,
        secret: expect.stringMatching(/^whsec_/),
      },
    })
    expect(await staff.caller.office.inbound.query()).toEqual([{ ...whole, hooks: null }])
    expect(await refusal(viewer.caller.office.inbound.query())).toEqual(refusedAs('not_allowed'))
  })

  it('get a new secret on demand, and keep their key', async () => {
    const { owner } = await ownerWithOffice()
    const [before] = await owner.caller.office.inbound.query()
    const after = await owner.caller.office.rotateInboundSecret.mutate({ key: before!.key })
    expect(after.key).toBe(before!.key)
    expect(after.hooks!.secret).not.toBe(before!.hooks!.secret)
    expect(await owner.caller.office.inbound.query()).toEqual([after])
  })

  it('lead to their office by the key, and an unknown key nowhere', async () => {
    const { owner, officeId } = await ownerWithOffice()
    const [shown] = await owner.caller.office.inbound.query()
    const { directory } = contextFor(env, 'test')
    const found = await officeByInboxKey(directory, shown!.key)
    expect(found).toMatchObject({ office: { id: officeId }, address: { key: shown!.key, secretVersion: 1 } })
    expect(await officeByInboxKey(directory, 'unknown')).toBeNull()
  })
})
