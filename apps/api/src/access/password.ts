import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'

/** argon2id parameters of the OWASP cheat sheet: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const MINIMUM_PASSWORD_LENGTH = 15

/** Hashes at once: half the cores, so that whoever works beside those who sign in keeps the others. */
const slots = { free: Math.max(1, Math.floor(availableParallelism() / 2)), waiting: [] as (() => void)[] }

const withSlot = async <T>(work: () => Promise<T>): Promise<T> => {
  if (slots.free > 0) slots.free -= 1
  else await new Promise<void>((resolve) => slots.waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = slots.waiting.shift()
    if (next) next()
    else slots.free += 1
  }
}

/** PHC string of an argon2id hash. */
export const hashPassword = (password: string): Promise<string> =>
  withSlot(() => hash(password.normalize('NFC'), ARGON2))

/** Somebody's hash, so that an unknown name costs the same time as a wrong password. */
let decoy: Promise<string> | undefined

/** True when the password fits. Without a hash it spends the same time and is false. */
export const passwordFits = async (secretHash: string | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword(newDecoyPassword())
  const fits = await withSlot(async () => verify(secretHash ?? (await decoy!), password.normalize('NFC')))
  return secretHash !== undefined && fits
}

const newDecoyPassword = (): string => Math.random().toString(36).repeat(2)
