import { atomically } from '#dialect'
import type { Db } from '../schema/index.ts'
import { members } from '../schema/office.ts'
import { users } from '../schema/sign-in.ts'
import { type Founding, insertOffice } from './office.ts'
import { insertUser } from './sign-in.ts'

type Owner = { person: Parameters<typeof insertUser>[1]; account: Parameters<typeof insertUser>[2] }

type Colleague = { id: string; name: string; email: string }

/** Owner, colleagues and office in one write: until then nobody can see what was written for the office, and after it all is there. */
export async function openDemo(
  directory: Db,
  { person, account }: Owner,
  founding: Founding,
  colleagues: readonly Colleague[],
) {
  const { id: officeId, createdAt } = founding.office

  await atomically(directory, (db) => [
    ...insertUser(db, { ...person, emailVerified: true }, account),
    ...insertOffice(db, founding),
    // They have no password, so nobody can sign in as one of them.
    ...colleagues.flatMap((colleague) => [
      db.insert(users).values({ ...colleague, emailVerified: true, createdAt, updatedAt: createdAt }),
      db.insert(members).values({ officeId, userId: colleague.id, role: 'staff', createdAt }),
    ]),
  ])
}
