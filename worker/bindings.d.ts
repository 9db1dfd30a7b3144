import type { Env as OurEnv } from './env.ts'
import type * as Door from './index.ts'

declare global {
  namespace Cloudflare {
    interface Env extends OurEnv {}
    interface GlobalProps {
      mainModule: typeof Door
    }
  }
}
