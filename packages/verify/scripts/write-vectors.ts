/** Writes `vectors/` anew: `npm run vectors -w @steward/verify`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVectors, vectorText } from '../testing/make-vectors.ts'

const folder = join(import.meta.dirname, '../vectors')
for (const [name, content] of Object.entries(await makeVectors())) {
  writeFileSync(join(folder, name), vectorText(content))
}
