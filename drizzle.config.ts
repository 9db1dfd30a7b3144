import { defineConfig } from 'drizzle-kit'

const dialect = process.env.FOYER_DIALECT === 'postgres' ? 'postgresql' : 'sqlite'

export default defineConfig({
  dialect,
  schema: './db/schema/*.ts',
  out: dialect === 'sqlite' ? './migrations/sqlite' : './migrations/postgres',
})
