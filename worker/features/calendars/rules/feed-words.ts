/** What a feed tells: all but notes and numbers, only the service, or only that the time is taken. */
export const PRIVACY = ['full', 'service', 'busy'] as const
export type Privacy = (typeof PRIVACY)[number]
