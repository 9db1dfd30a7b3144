import type { Role } from '../../../../worker/features/office/rules/roles.ts'
import { ROLE_NAMES } from '../role-names.ts'

const ROLES: readonly Role[] = ['owner', 'staff', 'viewer']

export const ROLE_CHOICES = ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))

/** The role that a field holds; a field that holds none means the one that may do least. */
export const roleOf = (value: string): Role => ROLES.find((role) => role === value) ?? 'viewer'
