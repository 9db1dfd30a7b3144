/** A screen says it to see whether the line still stands; the desk answers without being woken. */
export const PING = 'ping'
export const PONG = 'pong'

/** Close codes of the live socket: RFC 6455, section 7.4.1, and one of our own range. */
export const BROKE_THE_RULES = 1008
export const DESK_FAILED = 1011
/** Whoever is told this is no longer a member, so their screen must not dial again. */
export const MEMBERSHIP_ENDED = 4001
