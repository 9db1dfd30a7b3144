import { existsSync } from 'node:fs'
import type { Figure } from './figure.ts'
import { preparedProduct } from './product.ts'
import { acceptMail } from './rows/accept-mail.ts'
import { analysis } from './rows/analysis.ts'
import { crm } from './rows/crm.ts'
import { crmOnPostgres } from './rows/crm-on-postgres.ts'
import { crmScreen } from './rows/crm-screen.ts'
import { firstScreen } from './rows/first-screen.ts'
import { freeTimes } from './rows/free-slots.ts'
import { importContacts } from './rows/import-contacts.ts'
import { mailToScreen } from './rows/mail-to-screen.ts'
import { readContacts } from './rows/read-contacts.ts'
import { startUp } from './rows/start-up.ts'
import { totalsOfLines } from './rows/totals-of-lines.ts'
import { workerCode } from './rows/worker-code.ts'
import { closeServers } from './server.ts'
import { table } from './table.ts'

const ROWS = {
  'read-contacts': readContacts,
  'accept-mail': acceptMail,
  analysis,
  totals: totalsOfLines,
  'import-contacts': importContacts,
  'free-slots': freeTimes,
  'worker-code': workerCode,
  'start-up': startUp,
  'first-screen': firstScreen,
  'mail-to-screen': mailToScreen,
  crm,
  'crm-on-postgres': crmOnPostgres,
  'crm-screen': crmScreen,
}

const isRow = (name: string): name is keyof typeof ROWS => Object.hasOwn(ROWS, name)

/** Why nothing can be measured, as a sentence; null when it can. */
function obstacle(names: string[]): string | null {
  const unknown = names.find((name) => !isRow(name))
  if (unknown !== undefined) return `There is no row "${unknown}". There are: ${Object.keys(ROWS).join(', ')}.`
  // The processor time of another process is read there.
  return existsSync('/proc/self/stat') ? null : 'The bench reads processor times from /proc, so it needs Linux.'
}

async function measure(rows: (keyof typeof ROWS)[]): Promise<Figure[]> {
  const product = preparedProduct()
  const figures: Figure[] = []
  try {
    for (const name of rows) {
      console.error(`measuring ${name} …`)
      figures.push(...(await ROWS[name](product)))
      await closeServers()
    }
  } finally {
    await closeServers()
    product.remove()
  }
  return figures
}

const names = process.argv.slice(2)
const why = obstacle(names)
if (why !== null) {
  console.error(why)
  process.exit(1)
}
const figures = await measure((names.length > 0 ? names : Object.keys(ROWS)).filter(isRow))
console.log(table(figures))
process.exit(figures.some(({ verdict }) => verdict === 'over') ? 1 : 0)
