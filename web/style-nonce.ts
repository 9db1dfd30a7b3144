/** The nonce of this page, which the Worker wrote into it; empty where a page was served without one. */
export const styleNonce = () => document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''

/** The scroll lock behind dialogs writes a style element of its own and looks for the nonce under this name only. */
export function shareStyleNonce(): void {
  Reflect.set(globalThis, '__webpack_nonce__', styleNonce())
}
