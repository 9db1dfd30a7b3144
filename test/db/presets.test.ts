import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertAddress, insertContact, linkAddress, renameContact } from '../../db/queries/contacts.ts'
import { insertConversation } from '../../db/queries/conversations.ts'
import { insertMove } from '../../db/queries/deal-board.ts'
import { insertDeal } from '../../db/queries/deals.ts'
import { listPipelines, listStages } from '../../db/queries/pipelines.ts'
import { tradesOf, wordsOf } from '../../db/queries/presets.ts'
import { removeOfficeRows } from '../../db/queries/remove-office.ts'
import { templatesOf } from '../../db/queries/task-templates.ts'
import { insertTask } from '../../db/queries/tasks.ts'
import { contacts } from '../../db/schema/contacts.ts'
import { deals, lostReasons, pipelines, stages } from '../../db/schema/deals.ts'
import { customFields, taggings, tags } from '../../db/schema/records.ts'
import { views } from '../../db/schema/views.ts'
import { undoAct } from '../../worker/features/acts/undo-act.ts'
import { prepareDeals } from '../../worker/features/deals/prepare-deals.ts'
import { applyPreset } from '../../worker/features/presets/apply-preset.ts'
import { previewPreset, readPresets } from '../../worker/features/presets/read-presets.ts'
import { previewRemoval, removePreset } from '../../worker/features/presets/remove-preset.ts'
import { PRESET_KEYS, type PresetKey } from '../../worker/features/presets/rules/preset.ts'
import { setWords } from '../../worker/features/presets/set-words.ts'
import { changeTemplate } from '../../worker/features/task-templates/write-template.ts'
import type { OfficeId } from '../../worker/kernel/ids.ts'
import { address, at, contact, conversation, deal, office, ours, task, theirs } from './rows.ts'
import { everythingOf, run, testDatabase } from './two-offices.ts'

const database = testDatabase(async (db) => {
  for (const officeId of [ours, theirs]) await prepareDeals({ db, officeId })
})

let ids = 0
const needs = (officeId: OfficeId = ours) => ({
  ...{ db: database.db, officeId, office: { ...office(officeId, 'lind'), ...FILLED } },
  ...{ now: () => at(100), newId: () => `new ${String(++ids).padStart(6, '0')}` },
  desk: { announce: async () => {}, endSockets: async () => {} },
  jobs: { send: async () => {} },
  member: { userId: 'u1', name: 'Mara', role: 'owner' as const },
})
const FILLED = { shard: 0, isDemo: false, requireSecondFactor: false, version: 1 }
const apply = (preset: PresetKey, withDemo = true) => applyPreset(needs(), { preset, withDemo })
const remove = (part: 'all' | 'demo' = 'all') => removePreset(needs(), { part })
const withoutActs = async (officeId: OfficeId = ours) => {
  const { acts: _, actRows: __, ...rest } = await everythingOf(database.db, officeId)
  return rest
}
const fieldNamed = async (label: string) => {
  const [field] = await database.db
    .select()
    .from(customFields)
    .where(and(eq(customFields.officeId, ours), eq(customFields.label, label)))
  return field
}
const stageNamed = async (name: string) => {
  const [stage] = await database.db
    .select()
    .from(stages)
    .where(and(eq(stages.officeId, ours), eq(stages.name, name)))
  return stage!
}
const people = async () =>
  (await database.db.select().from(contacts).where(eq(contacts.officeId, ours))).map(({ name }) => name).sort()

/** Everything a member may have in the office before any preset, among it names that presets bring as well. */
const REAL: Record<string, (id: string) => PromiseLike<unknown>[]> = {
  person: (id) => [insertContact(database.db, contact(ours, id, { name: `Real ${id}`, fields: { old: id } }))],
  namesake: (id) => [insertContact(database.db, contact(ours, id, { name: 'Nora Ashdown' }))],
  'shared phone': (id) => [
    insertContact(database.db, contact(ours, id)),
    insertAddress(database.db, address(ours, id, '+447700900301', { kind: 'phone' })),
    linkAddress(database.db, { officeId: ours, contactId: id, addressId: id }),
  ],
  deal: (id) => [insertDeal(database.db, deal(ours, id, { stageId: `${ours}.0` }))],
  'deal in the trash': (id) => [insertDeal(database.db, deal(ours, id, { stageId: `${ours}.1`, archivedAt: at(3) }))],
  task: (id) => [insertTask(database.db, task(ours, id))],
  field: (id) => [database.db.insert(customFields).values(ownField(id, 'Allergies'))],
  'field put away': (id) => [database.db.insert(customFields).values(ownField(id, 'Insurance', at(4)))],
  reason: (id) => [database.db.insert(lostReasons).values({ officeId: ours, id, label: 'Fees too high', position: 9 })],
  words: () => [setWords(needs(), { one: 'Guest', many: 'Guests' })],
}
const ownField = (id: string, label: string, archivedAt: Date | null = null) => ({
  ...{ officeId: ours, id, record: 'contact' as const, label, kind: 'text' as const, options: [], position: 4 },
  ...{ createdAt: at(0), archivedAt },
})
const real = fc.uniqueArray(fc.constantFrom(...Object.keys(REAL)), { maxLength: 6 })
const add = async (kinds: readonly string[]) => {
  for (const kind of kinds) await run(...(REAL[kind]?.(`r${++ids}`) ?? []))
}

describe('a preset', () => {
  it('brings words, fields, a pipeline, reasons, templates and made-up people, and the other office has none of it', async () => {
    const { db } = database
    const before = await withoutActs(theirs)
    const { title } = await apply('dentist')
    expect(title).toBe('Set up for the dentist')
    expect(await wordsOf(db, ours)).toEqual({ one: 'Patient', many: 'Patients' })
    expect((await listPipelines(db, ours)).map(({ name }) => name)).toEqual(['Treatment plans'])
    expect((await listStages(db, ours))[0]).toMatchObject({ name: 'Enquiry', kind: 'open', rottingDays: 3 })
    expect((await templatesOf(db, ours)).map((each) => each.title)).toContain('Recall for a check-up')
    expect(await people()).toContain('Theo Ashdown')
    const insurance = await fieldNamed('Insurance')
    const [nora] = await db.select().from(contacts).where(eq(contacts.name, 'Nora Ashdown'))
    const chosen = insurance?.options.find(({ id }) => id === nora?.fields[insurance.id])
    expect([chosen?.label, nora?.source]).toEqual(['Public with top-up', 'demo'])
    expect(await readPresets(needs())).toMatchObject({ current: { key: 'dentist', hasDemo: true } })
    expect(await withoutActs(theirs)).toEqual(before)
    expect((await readPresets(needs(theirs))).current).toBeNull()
  })

  it('and its removal leave every office as it was, whatever real rows it has', async () => {
    await fc.assert(
      fc.asyncProperty(real, fc.constantFrom(...PRESET_KEYS), fc.boolean(), async (kinds, preset, withDemo) => {
        await emptyOurs()
        await add(kinds)
        const before = await withoutActs()
        await apply(preset, withDemo)
        expect(await remove()).toMatchObject({ stays: [] })
        expect(await withoutActs()).toEqual(before)
      }),
      { numRuns: 7 },
    )
  })

  it('and its undo do so too, also over the removal of another and back', async () => {
    await fc.assert(
      fc.asyncProperty(
        real,
        fc.shuffledSubarray([...PRESET_KEYS], { minLength: 2, maxLength: 3 }),
        async (kinds, presets) => {
          await emptyOurs()
          await add(kinds)
          const dumps = [await withoutActs()]
          const acts: string[] = []
          for (const preset of presets) {
            acts.push((await apply(preset)).actId)
            dumps.push(await withoutActs())
          }
          acts.push((await remove()).actId)
          for (const actId of acts.reverse()) {
            await expect(undoAct(needs(), { id: actId })).resolves.toMatchObject({ kept: 0 })
            expect(await withoutActs()).toEqual(dumps.pop())
          }
        },
      ),
      { numRuns: 3 },
    )
  })

  it('leaves what is there by that name, and says so before', async () => {
    await add(['field', 'words', 'namesake'])
    const preview = await previewPreset(needs(), { preset: 'dentist' })
    expect(preview.words).toEqual({ one: 'Patient', many: 'Patients', isThere: true })
    expect(preview.fields.filter(({ isThere }) => isThere).map(({ label }) => label)).toEqual(['Allergies'])
    expect(preview.demo.people.filter(({ isThere }) => isThere)).toEqual([{ name: 'Nora Ashdown', isThere: true }])
    expect(preview.pipeline).toMatchObject({ isThere: false, putsAside: 'Sales' })
    await apply('dentist')
    expect(await wordsOf(database.db, ours)).toEqual({ one: 'Guest', many: 'Guests' })
    expect((await people()).filter((name) => name === 'Nora Ashdown')).toHaveLength(1)
  })

  it('leaves the first pipeline where it is once a deal stood in it', async () => {
    await add(['deal in the trash'])
    expect((await previewPreset(needs(), { preset: 'salon' })).pipeline.putsAside).toBeNull()
    await apply('salon', false)
    expect((await listPipelines(database.db, ours)).map(({ name }) => name)).toEqual(['Weddings and packages', 'Sales'])
  })

  it('that two apply at once is applied once, and the second is told to look again', async () => {
    const outcomes = await Promise.allSettled([apply('dentist'), apply('lawyer')])
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.message] : []))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(/Look again/)
    expect((await tradesOf(database.db, ours)).map(({ part }) => part)).toEqual(['setup', 'demo'])
    expect(await listPipelines(database.db, ours)).toHaveLength(1)
  })

  it('is not applied twice; its made-up people can come later and go earlier', async () => {
    await apply('plumber', false)
    await expect(apply('plumber', false)).rejects.toThrow('already')
    const before = await withoutActs()
    await apply('plumber', true)
    expect(await people()).toHaveLength(5)
    await expect(remove('demo')).resolves.toMatchObject({ stays: [] })
    expect(await withoutActs()).toEqual(before)
    await expect(remove('demo')).rejects.toThrow('Look again')
  })
})

describe('when a preset goes', () => {
  it('a field with a value, a field in a view, a stage with deals and a changed template stay, and each says why', async () => {
    const { db } = database
    await apply('dentist', false)
    const [allergies, insurance] = [await fieldNamed('Allergies'), await fieldNamed('Insurance')]
    const stage = await stageNamed('Plan sent')
    const [reason] = await db.select().from(lostReasons).where(eq(lostReasons.label, 'Insurance declined'))
    const [template] = await templatesOf(db, ours)
    await run(
      insertContact(db, contact(ours, 'c1', { fields: { [allergies!.id]: 'Nuts' }, archivedAt: at(2) })),
      insertDeal(db, deal(ours, 'd1', { stageId: stage.id, lostReasonId: reason!.id })),
      db.insert(views).values({
        ...{ officeId: ours, id: 'v1', record: 'contact', name: 'Insured', position: 0, createdAt: at(0) },
        view: { columns: [`field:${insurance!.id}`], filter: { match: 'all', groups: [] }, sort: null },
      }),
    )
    await changeTemplate(needs(), { ...template!, title: 'Recall every half year' })
    const real = await realRows()
    const { stays, goes } = await previewRemoval(needs(), { part: 'all' })
    expect(goes).toMatchObject({ fields: 6, stages: 0, reasons: 3, templates: 4 })
    expect(stays.map(({ what, name, why }) => `${what} ${name}: ${why}`)).toEqual([
      'Field Insurance: a saved view shows it',
      'Field Allergies: it is filled in once',
      'Pipeline Treatment plans: its stages are in use',
      'Stage Plan sent: a deal stands in it',
      'Lost reason Insurance declined: a deal was lost for it',
      'Task template Recall every half year: somebody changed it',
    ])
    await expect(remove()).resolves.toMatchObject({ stays })
    expect(await realRows()).toEqual(real)
    expect((await listStages(db, ours)).filter(({ pipelineId }) => pipelineId === stage.pipelineId)).toHaveLength(6)
    expect((await readPresets(needs())).current).toBeNull()
    expect((await previewPreset(needs(), { preset: 'dentist' })).fields[0]).toMatchObject({ isThere: true })
  })

  it('a stage through which a deal went stays, so that its way can be told', async () => {
    const { db } = database
    await apply('lawyer', false)
    const { id } = await stageNamed('Consultation')
    const by = { kind: 'member' as const, userId: 'u1' }
    await run(
      insertDeal(db, deal(ours, 'd1', { stageId: `${ours}.0` })),
      insertMove(db, {
        ...{ officeId: ours, id: 'm1', dealId: 'd1', fromStageId: id, toStageId: `${ours}.0`, by, at: at(5) },
      }),
    )
    expect((await remove()).stays).toContainEqual({
      ...{ what: 'Stage', name: 'Consultation', why: 'deals have been in it' },
    })
  })

  it('made-up people with whom somebody works stay with their addresses, their lines and what they stand in', async () => {
    const { db } = database
    await apply('dentist')
    const [gerald] = await db.select().from(contacts).where(eq(contacts.name, 'Gerald Pike'))
    const [nora] = await db.select().from(contacts).where(eq(contacts.name, 'Nora Ashdown'))
    const [bridge] = await db.select().from(deals).where(eq(deals.title, 'Root canal and crown'))
    await run(
      renameContact(db, ours, gerald!.id, 1, 'Gerald Pike junior'),
      insertConversation(db, conversation(ours, 'v1', { contactId: nora!.id })),
      db.update(deals).set({ version: 2, amountMinor: 1 }).where(eq(deals.id, bridge!.id)),
    )
    const { stays } = await remove()
    expect(stays.map(({ what, name, why }) => `${what} ${name}: ${why}`)).toEqual([
      'Field Insurance: it is filled in 3 times',
      'Field Insurance number: it is filled in once',
      'Field Allergies: it is filled in 2 times',
      'Field Medication: it is filled in once',
      'Field Anxious patient: it is filled in once',
      'Field Last check-up: it is filled in 3 times',
      'Field Next recall: it is filled in once',
      'Field Last X-ray: it is filled in 2 times',
      'Pipeline Treatment plans: its stages are in use',
      'Stage Plan sent: a deal stands in it',
      'Person Nora Ashdown: a conversation belongs to it',
      'Person Gerald Pike junior: somebody changed it',
      'Person Ines Carvalho: a deal belongs to it',
      'Deal Root canal and crown: somebody changed it',
    ])
    const left = await everythingOf(db, ours)
    expect(left.contactAddresses?.length).toBe(6)
    expect(await people()).toEqual(['Gerald Pike junior', 'Ines Carvalho', 'Nora Ashdown'])
    expect(left.activities?.map((row) => JSON.parse(row).title).sort()).toEqual([
      ...['Gerald Pike', 'Ines Carvalho', 'Nora Ashdown', 'Root canal and crown'],
    ])
  })

  it('what somebody takes up in the very moment of the removal is left to them, and the owner looks again', async () => {
    const { db } = database
    await apply('salon', false)
    const { id: stageId } = await stageNamed('Offer sent')
    let taken: Promise<unknown> = Promise.resolve()
    const mine = needs()
    const newId = () => {
      taken = taken.then(() => insertDeal(db, deal(ours, 'd1', { stageId })).onConflictDoNothing())
      return mine.newId()
    }
    const outcome = await removePreset({ ...mine, newId }, { part: 'all' }).catch((error) => error)
    const stayed = await taken.then(
      () => true,
      () => false,
    )
    if (outcome instanceof Error) expect(outcome.message).toMatch(/Look again/)
    expect(stayed).toBe(outcome instanceof Error)
    expect((await readPresets(needs())).current === null).toBe(!stayed)
  })

  it('the last pipeline of an office stays', async () => {
    await add(['deal'])
    await apply('salon', false)
    const { db } = database
    await run(db.delete(deals), db.delete(stages).where(and(eq(stages.officeId, ours), eq(stages.pipelineId, ours))))
    await run(
      db
        .update(pipelines)
        .set({ archivedAt: at(9) })
        .where(and(eq(pipelines.officeId, ours), eq(pipelines.id, ours))),
    )
    expect((await remove()).stays).toEqual([
      {
        ...{ what: 'Pipeline', name: 'Weddings and packages' },
        why: 'an office needs a pipeline, and this is its only one',
      },
    ])
  })

  it('real rows are never touched, whatever was done meanwhile and whichever comes instead', async () => {
    const work = fc.uniqueArray(
      fc.constantFrom('value', 'deal', 'tag', 'task', 'rename', 'template', 'words', 'shared address'),
      { maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(real, work, fc.boolean(), async (kinds, worked, isChange) => {
        await emptyOurs()
        await add(kinds)
        await apply('dentist')
        for (const each of worked) await workOf(each, `w${++ids}`)
        const before = await realRows()
        await (isChange ? apply('lawyer') : remove())
        expect(await realRows()).toEqual(before)
        await remove().catch(() => undefined)
        expect(await realRows()).toEqual(before)
      }),
      { numRuns: 7 },
    )
  })
})

/** What no preset made: rows whose ids a member gave, and whatever a member changed. */
async function realRows() {
  const all = await withoutActs()
  const isReal = (row: string) => {
    const { id, contactId, taskId, recordId, version } = JSON.parse(row)
    return [id, contactId, taskId, recordId].some((each) => /^(r|w|c1|d1)\d*$/.test(String(each))) || version > 1
  }
  return Object.fromEntries(Object.entries(all).map(([table, rows]) => [table, rows?.filter(isReal)]))
}

async function workOf(kind: string, id: string): Promise<void> {
  const { db } = database
  const everybody = await db.select().from(contacts).where(eq(contacts.officeId, ours))
  const somebody = everybody.find(({ name }) => name.startsWith('Malik O'))
  const [template] = await templatesOf(db, ours)
  const field = await fieldNamed('Medication')
  const stage = await stageNamed('Enquiry')
  const contactId = somebody!.id
  switch (kind) {
    case 'value':
      return run(insertContact(db, contact(ours, id, { fields: { [field!.id]: 'Aspirin' } })))
    case 'deal':
      return run(insertDeal(db, deal(ours, id, { stageId: stage.id, contactId })))
    case 'tag':
      return run(
        db.insert(tags).values({ officeId: ours, id, name: id, nameKey: id, color: 'red', createdAt: at(0) }),
        db
          .insert(taggings)
          .values({ officeId: ours, tagId: id, record: 'contact', recordId: contactId, createdAt: at(0) }),
      )
    case 'task':
      return run(insertTask(db, task(ours, id, { contactId })))
    case 'rename':
      return run(renameContact(db, ours, contactId, 1, 'Malik O.'))
    case 'template':
      return run(changeTemplate(needs(), { ...template!, priority: 'low' }))
    case 'words':
      return run(setWords(needs(), { one: 'Smile', many: 'Smiles' }))
    default: {
      const links = await everythingOf(db, ours)
      const link = links.contactAddresses?.map((row) => JSON.parse(row)).find((each) => each.contactId === contactId)
      return run(
        insertContact(db, contact(ours, id)),
        linkAddress(db, { officeId: ours, contactId: id, addressId: link.addressId, isDefault: false }),
      )
    }
  }
}

async function emptyOurs(): Promise<void> {
  await removeOfficeRows(database.db, ours)
  await prepareDeals({ db: database.db, officeId: ours })
}
