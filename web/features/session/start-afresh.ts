/**
 * Goes on as another person or in another office, on a fresh page: nothing that was read before may still be shown.
 * `path` is one of ours.
 */
export const startAfresh = (path: string) => location.assign(path)
