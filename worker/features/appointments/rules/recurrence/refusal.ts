import { Refusal } from '../../../../kernel/refusal.ts'

export const refusal = (why: string) => new Refusal('invalid', `This rule of repetition cannot be read: ${why}.`)
