import { atomically } from '#dialect'
import type { Db } from '../schema/index.ts'
import { type Founding, insertOffice } from './office.ts'
import { insertUser } from './sign-in.ts'

type Owner = { person: Parameters<typeof insertUser>[1]; account: Parameters<typeof insertUser>[2] }

/** Owner and office in one write: until then nobody can see what was written for the office, and after it all is there. */
export async function openDemo(directory: Db, { person, account }: Owner, founding: Founding) {
  await atomically(directory, (db) => [
    ...insertUser(db, { ...person, emailVerified: true }, account),
    ...insertOffice(db, founding),
  ])
}
