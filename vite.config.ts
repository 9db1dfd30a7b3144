import { cloudflare } from '@cloudflare/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Chosen here and not by a flag of the tool, because the condition decides what is bundled.
const onPostgres = process.env.FOYER_DIALECT === 'postgres'
const conditions = ['postgres', 'workerd', 'worker', 'module', 'browser', 'development|production']

export default defineConfig({
  root: 'web',
  build: { outDir: '../dist', emptyOutDir: true },
  plugins: [react(), cloudflare({ configPath: '../wrangler.toml', persistState: { path: '../.wrangler/state' } })],
  environments: onPostgres ? { foyer: { resolve: { conditions } } } : {},
})
