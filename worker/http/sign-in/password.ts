import Argon2 from '@phi-ag/argon2'
import wasm from '@phi-ag/argon2/argon2.wasm'
import { base64Of } from '../../kernel/base64.ts'

/** Argon2id as the OWASP password storage cheat sheet asks for it: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const encoder = new TextEncoder()
let instance: Promise<Argon2> | undefined

/** One for the life of the isolate: its memory of 19 MiB never shrinks again. */
function argon2(): Promise<Argon2> {
  instance ??= WebAssembly.instantiate(wasm).then((made) => new Argon2(made))
  return instance
}

/**
 * What is hashed: the password as base64. The library counts UTF-16 units and hashes as many bytes, so that of letters
 * that take two bytes it would leave out half; base64 has one byte a letter. NFC makes one é of the two ways to type it.
 */
const hashable = (password: string) => base64Of(encoder.encode(password.normalize('NFC')))

/** A new hash of the password, with its salt and costs, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  return (await argon2()).hash(hashable(password), ARGON2ID).encoded
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  return (await argon2()).tryVerify(hash, hashable(password)).success
}
