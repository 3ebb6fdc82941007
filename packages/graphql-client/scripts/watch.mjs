// While developing: generates again when a document or the schema is saved.
import { spawn } from 'node:child_process'
import { readFileSync, watch } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const codegen = fileURLToPath(new URL('codegen.mjs', import.meta.url))
let timer

function generateSoon() {
  clearTimeout(timer)
  timer = setTimeout(() => spawn(process.execPath, [codegen], { stdio: 'inherit' }), 200)
}

function holdsDocuments(path) {
  try {
    return readFileSync(path, 'utf8').includes('graphql(')
  } catch {
    return true // removed: its documents go too
  }
}

for (const portal of ['apps/admin', 'apps/customer-service', 'apps/property-management', 'packages/portal']) {
  const folder = `${root}${portal}/src/`
  watch(folder, { recursive: true }, (_, file) => {
    if (file && /\.tsx?$/.test(file) && holdsDocuments(folder + file)) generateSoon()
  })
}
// The folder and not the file: a file that is replaced is no longer watched.
watch(fileURLToPath(new URL('..', import.meta.url)), (_, file) => file === 'schema.graphql' && generateSoon())
generateSoon()
