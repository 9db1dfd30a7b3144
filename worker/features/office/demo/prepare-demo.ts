import { openDemo } from '../../../../db/queries/demo-office.ts'
import { demoOffice, inboundAddressesOf } from '../../../../db/queries/office.ts'
import { removeOfficeRows } from '../../../../db/queries/remove-office.ts'
import { hasUsers } from '../../../../db/queries/sign-in.ts'
import { OWNER, SALON } from '../../../../db/seed/salon.ts'
import { COLLEAGUES } from '../../../../db/seed/team.ts'
import { readPolicy } from '../../appointments/read-policy.ts'
import { prepareDeals } from '../../deals/prepare-deals.ts'
import { officePrefix } from '../../files/keys.ts'
import { historyOf } from './history.ts'
import { prepareSalon } from './prepare-salon.ts'
import { type StageNeeds, stageFor } from './stage.ts'

type Needs = StageNeeds & { hashPassword: (password: string) => Promise<string> }
/** How to sign in to the demo and where it gets mail; nulls where there is none. */
export type DemoAccess = { email: string | null; password: string | null; inbox: string | null }

/** Gives an empty database the demo office, does nothing where anybody signed up before, and says how to get in. */
export async function prepareDemo(needs: Needs): Promise<DemoAccess> {
  const { env, directory } = needs
  if (!(await hasUsers(directory))) await makeDemo(needs)
  const office = await demoOffice(directory)
  const [inbox] = office ? await inboundAddressesOf(directory, office.id) : []
  if (!inbox) return { email: null, password: null, inbox: null }
  return { email: OWNER.email, password: OWNER.password, inbox: `${inbox.key}@${env.INBOUND_DOMAIN}` }
}

/**
 * Plays four weeks of history; for the same `now` they are the same to the last id. The office can be seen once all of
 * it is there: an interruption leaves rows of an office that does not exist, and the next run begins by removing them.
 */
async function makeDemo(needs: Needs): Promise<void> {
  const { directory, files, hashPassword } = needs
  const now = needs.now()
  const { stage, team, play, close } = stageFor(needs, now)
  const { db, office, officeId, member, newId } = stage
  await removeOfficeRows(db, officeId)
  await files.removeAll(officePrefix(officeId))
  await stage.diary.clear()
  await prepareDeals(stage)
  const salon = await prepareSalon(stage, team)
  for (const event of historyOf(now, salon)) await play(event)
  await close()
  // From here on the desk knows all of it, so that nothing can be booked over what the story says.
  await stage.diary.restore(await readPolicy(stage))
  const { email, password } = OWNER
  const passwordHash = await hashPassword(password)
  const account = { userId: member.userId, accountId: newId(), passwordHash, now }
  const { inboxKey, inboxLabel } = SALON
  const founding = { office, ownerId: member.userId, inboxKey, inboxLabel }
  const colleagues = COLLEAGUES.map((person, n) => ({ ...person, id: team[n + 1] ?? '' }))
  await openDemo(directory, { person: { name: member.name, email }, account }, founding, colleagues)
}
