/** What is noted of an office: who may do what in it, and how it is set. */
export const OFFICE_AUDIT_KINDS = [
  'member_invited',
  'invitation_revoked',
  'member_joined',
  'role_changed',
  'member_removed',
  'member_left',
  'secret_rotated',
  'calendar_address_made',
  'calendar_address_ended',
  'office_changed',
  'settings_changed',
  'second_factor_required',
  'second_factor_not_required',
] as const

/** What is noted of a person, whichever office they work in: how they prove that it is them. */
export const ACCOUNT_AUDIT_KINDS = [
  'signed_in',
  'signed_in_by_code',
  'signed_in_by_backup_code',
  'sign_in_failed',
  'code_failed',
  'signed_out',
  'sessions_ended',
  'second_factor_on',
  'second_factor_off',
  'backup_codes_renewed',
  'password_reset',
  'password_changed',
  'address_confirmed',
  'address_changed',
] as const

export const AUDIT_KINDS = [...OFFICE_AUDIT_KINDS, ...ACCOUNT_AUDIT_KINDS] as const
export type OfficeAuditKind = (typeof OFFICE_AUDIT_KINDS)[number]
export type AccountAuditKind = (typeof ACCOUNT_AUDIT_KINDS)[number]
export type AuditKind = (typeof AUDIT_KINDS)[number]
