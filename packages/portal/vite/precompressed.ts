import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Smaller files gain nothing that a packet would notice. */
const WORTH_IT_BYTES = 1024

/**
 * Puts file.br and file.gz beside each file of the build, for a server that sends them as they are: compressing once is
 * better than at every request, and brotli alone would leave out browsers on plain http.
 */
export function precompressed(): Plugin {
  return {
    name: 'steward:precompressed',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((file) => /\.(js|css|html|json|svg)$/.test(file))
      await Promise.all(
        files.map(async (file) => {
          const path = join(dir, file)
          const content = await readFile(path)
          if (content.length < WORTH_IT_BYTES) return
          const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
          await writeFile(`${path}.br`, await brotli(content, { params }))
          await writeFile(`${path}.gz`, await zip(content, { level: 9 }))
        }),
      )
    },
  }
}
