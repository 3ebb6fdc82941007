/** Secrets at rest: sealed under the master key, each for the one row it belongs to, so that none can be moved to another. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigError, type Config } from '../config.ts'

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** What one key seals and opens. */
export interface SealingKey {
  /** Seals a text for one place, e.g. `org|second_factor|secret|row`. */
  seal(place: string, plain: string): string
  /** Opens what was sealed for that place; throws for any other place, key or changed byte. */
  open(place: string, sealed: string): string
}

export interface Vault extends SealingKey {
  /** A keyed hash, for secrets that are only compared. */
  mark(place: string, secret: string): string
}

/** The vault under the master key of STEWARD_KEY_FILE, or of the data folder where one is made at first need. */
export const vaultOf = ({ keyFile, dataDir }: Pick<Config, 'keyFile' | 'dataDir'>): Vault => {
  let key: Buffer | undefined
  const derive = (purpose: string) => {
    key ??= keyFile === undefined ? ownKey(join(dataDir, 'keys/master.key')) : readKey(keyFile)
    return Buffer.from(hkdfSync('sha256', key, '', `steward ${purpose}`, KEY_BYTES))
  }
  return {
    ...sealingKey(() => derive('seal')),
    mark: (place, secret) =>
      createHmac('sha256', derive('mark')).update(`${place}\n${secret}`).digest('base64url'),
  }
}

/** A key of its own for one purpose, as text; kept sealed itself. */
export const newSealingKey = (): string => randomBytes(KEY_BYTES).toString('base64url')

/** The key that `newSealingKey()` has made. */
export const sealingKeyOf = (text: string): SealingKey => {
  const key = Buffer.from(text, 'base64url')
  return sealingKey(() => key)
}

const sealingKey = (key: () => Buffer): SealingKey => ({
  seal(place, plain) {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(place))
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
  },
  open(place, sealed) {
    const [version, text = ''] = sealed.split('.')
    if (version !== 'v1') throw new Error('sealed under an unknown version')
    const bytes = Buffer.from(text, 'base64url')
    const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(tag)
    const body = bytes.subarray(IV_BYTES + TAG_BYTES)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  },
})

const readKey = (file: string): Buffer => {
  const key = existsSync(file) ? Buffer.from(readFileSync(file, 'utf8').trim(), 'base64') : Buffer.alloc(0)
  if (key.length !== KEY_BYTES)
    throw new ConfigError(
      `STEWARD_KEY_FILE must be a file with ${KEY_BYTES} random bytes in base64 (openssl rand -base64 ${KEY_BYTES}).`,
    )
  return key
}

/** Made complete under a name of its own, then linked: of two processes that make one at once, both read the first. */
const ownKey = (file: string): Buffer => {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return readKey(file)
}
