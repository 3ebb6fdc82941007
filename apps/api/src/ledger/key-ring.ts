/**
 * The ledger's keys in a folder outside the database: `ring.json`, which is published, and one private key a file, which is not.
 * The first key is the root; each further one is endorsed by the one before, which it retires.
 */
import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { endorseKey, keyId, rootKey, writeKeyRing, type KeyRecord } from '@steward/verify'
import { KeyChanged, type Signer } from './signer.ts'

const RAW_KEY_BYTES = 32

const ringFile = (folder: string): string => join(folder, 'ring.json')
const keyFile = (folder: string, kid: string): string => join(folder, `${kid}.key`)

/** @throws Error where the folder has none */
const readRing = (folder: string): readonly KeyRecord[] =>
  (JSON.parse(readFileSync(ringFile(folder), 'utf8')) as { keys: KeyRecord[] }).keys

/** A new pair, its private half on the disk; answers the public one, raw. */
const newKey = (folder: string): Buffer => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES)
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(keyFile(folder, keyId(raw)), pem, { mode: 0o600 })
  return raw
}

/** Makes the root key where there is none yet; of two processes that do so at once, both go on with the first. */
const foundRing = (folder: string, now: Date): readonly KeyRecord[] => {
  if (!existsSync(ringFile(folder))) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const root = rootKey(newKey(folder), now.toISOString())
    const draft = `${ringFile(folder)}.${process.pid}`
    writeFileSync(draft, writeKeyRing([root]), { mode: 0o644 })
    try {
      linkSync(draft, ringFile(folder))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      rmSync(keyFile(folder, root.kid))
    } finally {
      rmSync(draft)
    }
  }
  return readRing(folder)
}

/** Adds a key that signs from now on, endorsed by the one until now, which retires. Answers the new key. */
export const rotateKey = async (folder: string, now: Date): Promise<KeyRecord> => {
  const keys = readRing(folder)
  const last = keys.at(-1)!
  const from = now.toISOString()
  const old = privateKey(folder, last.kid)
  const next = await endorseKey(newKey(folder), { by: last.kid, from, retires: from }, (message) =>
    sign(null, message, old),
  )
  const draft = `${ringFile(folder)}.${process.pid}`
  writeFileSync(draft, writeKeyRing([...keys.slice(0, -1), { ...last, until: from }, next]), { mode: 0o644 })
  renameSync(draft, ringFile(folder))
  return next
}

const privateKey = (folder: string, kid: string): KeyObject =>
  createPrivateKey(readFileSync(keyFile(folder, kid)))

/** Tells one file from another under the same name; undefined where there is none. */
const markOf = (file: string): string | undefined => {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.ino} ${found.mtimeNs} ${found.size}`
}

/** Signs with the keys of a folder, in this very process. */
export const folderSigner = (folder: string): Signer => {
  let read: { readonly mark: string | undefined; readonly keys: readonly KeyRecord[] } | undefined
  /** Read anew when the file is another one: it is never changed in place. */
  const ring = (): readonly KeyRecord[] => {
    const mark = markOf(ringFile(folder))
    if (mark === undefined || read?.mark !== mark) {
      const keys = foundRing(folder, new Date())
      read = { mark: mark && markOf(ringFile(folder)), keys }
    }
    return read!.keys
  }
  let current: { readonly kid: string; readonly key: KeyObject } | undefined
  const now = () => {
    const { kid } = ring().at(-1)!
    if (current?.kid !== kid) current = { kid, key: privateKey(folder, kid) }
    return current
  }
  return {
    ring: async () => ring(),
    kid: async () => now().kid,
    sign: async (kid, message) => {
      const { kid: latest, key } = now()
      if (latest !== kid) throw new KeyChanged()
      return sign(null, message, key)
    },
  }
}
