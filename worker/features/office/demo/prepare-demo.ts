import { openDemo } from '../../../../db/queries/demo-office.ts'
import { removeOfficeRows } from '../../../../db/queries/remove-office.ts'
import { hasUsers } from '../../../../db/queries/sign-in.ts'
import { OWNER, SALON } from '../../../../db/seed/salon.ts'
import { prepareDeals } from '../../deals/prepare-deals.ts'
import { officePrefix } from '../../files/keys.ts'
import { historyOf } from './history.ts'
import { countedIds, type StageNeeds, stageFor } from './stage.ts'

type Needs = StageNeeds & { hashPassword: (password: string) => Promise<string> }

/**
 * Gives an empty database its demo office with four weeks of history, and does nothing where anybody signed up before.
 * For the same `now` it is the same to the last id. The office can be seen once all of it is there: where this was
 * interrupted, the rows of an office that does not exist are left, and the next run begins with removing them.
 */
export async function prepareDemo(needs: Needs): Promise<void> {
  const { directory, files, hashPassword, now } = needs
  if (await hasUsers(directory)) return
  const at = now()
  const newId = countedIds(() => at)
  const [userId, accountId] = [newId(), newId()]
  const { played, play } = stageFor({ ...needs, now: () => at }, userId)
  const { db, office, officeId } = played
  await removeOfficeRows(db, officeId)
  await files.removeAll(officePrefix(officeId))
  await prepareDeals(played)
  for (const event of historyOf(at)) await play(event)
  const { name, email, password } = OWNER
  const account = { userId, accountId, passwordHash: await hashPassword(password), now: at }
  const { inboxKey, inboxLabel } = SALON
  await openDemo(directory, { person: { name, email }, account }, { office, ownerId: userId, inboxKey, inboxLabel })
}
