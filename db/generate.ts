/** `npm run generate -- name`: one migration for each dialect, from the one schema. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give the migration a name of lower-case letters and underscores: npm run generate -- add_reminders')
  process.exit(1)
}

function generate(dialect: string, nodeOptions: string) {
  execFileSync('npx', ['drizzle-kit', 'generate', '--name', name ?? ''], {
    stdio: 'inherit',
    env: { ...process.env, FOYER_DIALECT: dialect, NODE_OPTIONS: nodeOptions },
  })
}

/** D1 ignores `foreign_keys=OFF`, so rebuilding a table would fail on its children instead of waiting for the end. */
function deferForeignKeys(folder: string) {
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.sql'))) {
    const path = `${folder}/${file}`
    const text = readFileSync(path, 'utf8')
    const safe = text
      .replace('PRAGMA foreign_keys=OFF;', 'PRAGMA defer_foreign_keys=ON;')
      .replace('PRAGMA foreign_keys=ON;', 'PRAGMA defer_foreign_keys=OFF;')
    if (safe !== text) writeFileSync(path, safe)
  }
}

generate('sqlite', '')
generate('postgres', '--conditions=postgres')
deferForeignKeys('migrations/sqlite')
