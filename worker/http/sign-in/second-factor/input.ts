import { z } from 'zod'
import { Password } from '../input.ts'

/** More than a backup code takes with every letter apart. */
const LONGEST_CODE = 40

const Code = z.string().trim().min(1, 'Please enter the code.').max(LONGEST_CODE, 'This is not a code.')

export const GiveCode = z.object({ code: Code })
export const GivePassword = z.object({ password: Password })
export const GiveBoth = z.object({ password: Password, code: Code })
export const SecondFactorShown = z.object({ isOn: z.boolean(), backupCodesLeft: z.number() })

export type GiveCode = z.infer<typeof GiveCode>
export type GivePassword = z.infer<typeof GivePassword>
export type GiveBoth = z.infer<typeof GiveBoth>
export type SecondFactorShown = z.infer<typeof SecondFactorShown>
