/** The verifier as somebody would use it who has a file and a key id, and nothing else of the system. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const VERIFIER = join(import.meta.dirname, '../../../packages/verify/bin/steward-verify.mjs')

export const checkOffline = (file: string, root: string): { status: number | null; stdout: string } => {
  const { status, stdout } = spawnSync(process.execPath, [VERIFIER, file, '--root', root], {
    encoding: 'utf8',
  })
  return { status, stdout }
}
