import { existsSync } from 'node:fs'
import type { Figure } from './figure.ts'
import { preparedProduct } from './product.ts'
import { acceptMail } from './rows/accept-mail.ts'
import { analysis } from './rows/analysis.ts'
import { firstScreen } from './rows/first-screen.ts'
import { mailToScreen } from './rows/mail-to-screen.ts'
import { readContacts } from './rows/read-contacts.ts'
import { startUp } from './rows/start-up.ts'
import { workerCode } from './rows/worker-code.ts'
import { closeServers } from './server.ts'
import { table } from './table.ts'

const ROWS = {
  'read-contacts': readContacts,
  'accept-mail': acceptMail,
  analysis,
  'worker-code': workerCode,
  'start-up': startUp,
  'first-screen': firstScreen,
  'mail-to-screen': mailToScreen,
}

const isRow = (name: string): name is keyof typeof ROWS => Object.hasOwn(ROWS, name)

function chosenRows(names: string[]): (keyof typeof ROWS)[] {
  const all = Object.keys(ROWS).filter(isRow)
  const unknown = names.find((name) => !isRow(name))
  if (unknown !== undefined) throw new Error(`There is no row "${unknown}". There are: ${all.join(', ')}.`)
  return names.length > 0 ? names.filter(isRow) : all
}

async function measure(names: string[]): Promise<Figure[]> {
  // The processor time of another process is read there, and nowhere else is it as cheap to read.
  if (!existsSync('/proc/self/stat')) throw new Error('The bench reads processor times from /proc, so it needs Linux.')
  const rows = chosenRows(names)
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

const figures = await measure(process.argv.slice(2))
console.log(table(figures))
process.exit(figures.some(({ verdict }) => verdict === 'over') ? 1 : 0)
