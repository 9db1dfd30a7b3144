type Policy = { createHTML: (text: string) => string }
type TrustedTypes = { createPolicy: (name: string, policy: Policy) => unknown }

declare global {
  interface Window {
    trustedTypes?: TrustedTypes
  }
}

/** Text without `<` can open no element, so it is safe wherever a browser would read it as HTML. */
export function withoutElements(text: string): string {
  if (text.includes('<')) throw new TypeError('This text holds an element, and no screen of ours writes one that way.')
  return text
}

/**
 * Answers the page's `require-trusted-types-for 'script'`. The component library writes its style elements through
 * `innerHTML`, which is CSS and passes; whatever could be an element is refused.
 */
export function trustPlainText(scope: Pick<Window, 'trustedTypes'>): void {
  scope.trustedTypes?.createPolicy('default', { createHTML: withoutElements })
}

/** The nonce of this page, which the Worker wrote into it; empty where a page was served without one. */
export const styleNonce = () => document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''

/** The scroll lock behind dialogs writes a style element of its own and looks for the nonce under this name only. */
export function shareStyleNonce(): void {
  Reflect.set(globalThis, '__webpack_nonce__', styleNonce())
}

/** The schema library tries whether it may compile code; the page forbids it, and would report the try. */
export function keepLibrariesFromEval(): void {
  Reflect.set(globalThis, '__zod_globalConfig', { jitless: true })
}
