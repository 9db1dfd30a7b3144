/** What a member may do: everything; everything but settings, members and secrets; look. */
export const ROLES = ['owner', 'staff', 'viewer'] as const
export type Role = (typeof ROLES)[number]
