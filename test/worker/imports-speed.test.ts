import { expect, it } from 'vitest'
import { importById } from '../../db/queries/imports.ts'
import { checkImport } from '../../worker/features/imports/check-import.ts'
import { sent, imported } from '../support/imports.ts'
import { insideOf } from '../support/inside.ts'
import { ownerWithOffice } from '../support/people.ts'
it('speed', async () => {
  const { owner, officeId } = await ownerWithOffice()
  const rows = 10000
  const lines = ['First name,Last name,Email,Phone,Street,Postal code,City,Birthday,Company,Tags']
  for (let n = 0; n < rows; n++) lines.push(`Ann${n.toString(36)},Müller ${n},ann.${n}@customer.test,+49 30 ${1000000 + n},"Am Kai ${n % 900}, rear",${10000 + n},Köln,1960-03-02,Firm ${n % 500},regular`)
  let t = Date.now()
  const a = await imported(owner, 'a.csv', lines.join('\n'))
  console.log('run', Date.now() - t, JSON.stringify(a.counts))
  t = Date.now()
  const b = await imported(owner, 'a.csv', lines.join('\n'))
  console.log('again', Date.now() - t, JSON.stringify(b.counts))
}, 200000)
