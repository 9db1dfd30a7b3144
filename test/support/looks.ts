import type { BrowserContextOptions } from 'playwright-core'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } satisfies BrowserContextOptions
const look = (look: string, options: BrowserContextOptions) => ({ look, options })

/** How somebody may look at the product: by day or night, at a desk or on a phone. */
export const LIGHT = look('light', { colorScheme: 'light' })
export const DARK = look('dark', { colorScheme: 'dark' })
export const ON_PHONE = look('phone', { ...PHONE, colorScheme: 'light' })
export const ON_PHONE_DARK = look('phone-dark', { ...PHONE, colorScheme: 'dark' })
