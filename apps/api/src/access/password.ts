import { fitsHash, hashed } from './hash-thread.ts'

/** argon2id parameters of the OWASP cheat sheet: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const MINIMUM_PASSWORD_LENGTH = 15

/** PHC string of an argon2id hash. */
export const hashPassword = (password: string): Promise<string> => hashed(password.normalize('NFC'), ARGON2)

/** Somebody's hash, so that an unknown name costs the same time as a wrong password. */
let decoy: Promise<string> | undefined

/** True when the password fits. Without a hash it spends the same time and is false. */
export const passwordFits = async (secretHash: string | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword(newDecoyPassword())
  const fits = await fitsHash(secretHash ?? (await decoy), password.normalize('NFC'))
  return secretHash !== undefined && fits
}

const newDecoyPassword = (): string => Math.random().toString(36).repeat(2)
