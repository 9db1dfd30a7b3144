import type { Role } from '../../../worker/features/office/rules/roles.ts'

/** What a member is called in this role. */
export const ROLE_NAMES: Record<Role, string> = { owner: 'Owner', staff: 'Staff', viewer: 'Viewer' }
