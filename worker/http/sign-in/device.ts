/** The first that a text names; a browser names those that it wants to be taken for after itself. */
const BROWSERS = {
  Edg: 'Edge',
  OPR: 'Opera',
  Firefox: 'Firefox',
  FxiOS: 'Firefox',
  CriOS: 'Chrome',
  Chrome: 'Chrome',
  Safari: 'Safari',
}
const SYSTEMS = {
  iPhone: 'iPhone',
  iPad: 'iPad',
  Android: 'Android',
  Windows: 'Windows',
  CrOS: 'ChromeOS',
  'Mac OS X': 'Mac',
  Linux: 'Linux',
}

const named = (words: Record<string, string>, text: string) =>
  Object.entries(words).find(([word]) => text.includes(word))?.[1]

/** What a browser says of itself, in words by which its owner recognises it. */
export function deviceOf(userAgent: string | null): string {
  const browser = named(BROWSERS, userAgent ?? '')
  const system = named(SYSTEMS, userAgent ?? '')
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? 'Another program'
}
