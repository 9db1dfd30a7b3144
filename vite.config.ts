import { cloudflare } from '@cloudflare/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// Chosen here and not by a flag of the tool, because the condition decides what is bundled.
const onPostgres = process.env.FOYER_DIALECT === 'postgres'
const conditions = ['postgres', 'workerd', 'worker', 'module', 'browser', 'development|production']

/** A local server's mails link to the address that it was started at. */
const publicUrl = process.env.FOYER_PUBLIC_URL

/** Tells Vite's client the nonce that the Worker wrote into the page, so that it may add its style elements. */
const SHARE_NONCE = `
const meta = document.createElement('meta')
meta.setAttribute('property', 'csp-nonce')
meta.nonce = document.querySelector('meta[name="style-nonce"]').getAttribute('content')
document.head.append(meta)
`
const NONCE_MODULE = '/dev-nonce.js'
const INLINED_MODULE = '/dev-inlined.js'
const INLINE_SCRIPT = /<script type="module">(.*?)<\/script>/gs

/** Lets live reload work under the page's own policy, which allows no inline script: what Vite inlines gets an address. */
function underThePagePolicy(): Plugin {
  let inlined = ''
  const script = (src: string) => ({ tag: 'script', attrs: { type: 'module', src }, injectTo: 'head-prepend' as const })
  return {
    name: 'under-the-page-policy',
    apply: 'serve',
    resolveId: (id) => ([NONCE_MODULE, INLINED_MODULE].includes(id) ? id : null),
    load(id) {
      if (id === NONCE_MODULE) return SHARE_NONCE
      return id === INLINED_MODULE ? inlined : null
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        inlined = Array.from(html.matchAll(INLINE_SCRIPT), ([, code]) => code).join('\n')
        return { html: html.replaceAll(INLINE_SCRIPT, ''), tags: [script(NONCE_MODULE), script(INLINED_MODULE)] }
      },
    },
  }
}

export default defineConfig({
  root: 'web',
  build: { outDir: '../dist', emptyOutDir: true },
  plugins: [
    react(),
    cloudflare({
      configPath: '../wrangler.toml',
      persistState: { path: '../.wrangler/state' },
      config: publicUrl ? { vars: { PUBLIC_URL: publicUrl } } : {},
    }),
    underThePagePolicy(),
  ],
  environments: {
    // Two pages: the app, and the few small files that the pages for an office's customers load.
    client: { build: { rollupOptions: { input: ['web/index.html', 'web/visitor-page.html'] } } },
    ...(onPostgres ? { foyer: { resolve: { conditions } } } : {}),
  },
})
