/**
 * The port to whoever knows which passwords were stolen elsewhere. It is told the first letters of a hash, which
 * thousands of passwords share, and answers the rest of each hash that it knows under them; so it never learns which
 * password was asked about.
 */
export type Breaches = { knownUnder(prefix: string): Promise<Set<string>> }
