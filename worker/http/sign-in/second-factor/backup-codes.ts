import { base32Of } from '../../../kernel/base32.ts'
import { sha256Hex } from '../../../kernel/digest.ts'

export const BACKUP_CODES = 8
/** 80 bits: too many to be found from a stolen SHA-256, so that no slow hash is needed. */
const CODE_BYTES = 10
const GROUP = /.{4}(?=.)/g

/** New codes as they are shown, once: sixteen letters and digits in groups of four. */
export const newBackupCodes = (): string[] =>
  Array.from({ length: BACKUP_CODES }, () =>
    base32Of(crypto.getRandomValues(new Uint8Array(CODE_BYTES))).replace(GROUP, '$&-'),
  )

/** A code as it is compared, however its groups and letters were typed. */
export const plainCode = (typed: string) => typed.replace(/[\s-]/g, '').toLowerCase()

/** What is stored of a code. */
export const backupCodeHash = (code: string) => sha256Hex(plainCode(code))
