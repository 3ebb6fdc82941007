// Reads schema.graphql and every graphql(`…`) of the portals; writes src/generated: typed documents, the list of
// documents that the server trusts, and what the cache must know of the schema.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { InMemoryCache } from '@apollo/client/cache'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { gqlPluckFromCodeString } from '@graphql-tools/graphql-tag-pluck'
import { buildSchema, isAbstractType, isObjectType, parse, print } from 'graphql'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const target = fileURLToPath(new URL('../src/generated/', import.meta.url))
const folders = [
  'apps/admin/src',
  'apps/customer-service/src',
  'apps/property-management/src',
  'packages/portal/src',
  'infra/bench/src',
]
// An unlisted scalar stops the run: say here what it is in TypeScript.
const scalars = { DateTime: 'string', LocalDate: 'string', MinorUnits: 'number', RawValue: 'number' }

const sdl = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8')
const schema = buildSchema(sdl)

const documents = []
for (const folder of folders) {
  const files = await readdir(root + folder, { recursive: true }).catch(() => [])
  for (const file of files.filter((name) => /(?<!\.test)\.tsx?$/.test(name)).sort()) {
    const location = `${folder}/${file}`
    const sources = await gqlPluckFromCodeString(location, await readFile(root + location, 'utf8'), {
      modules: [{ name: '@steward/graphql-client', identifier: 'graphql' }],
      globalGqlIdentifierName: [],
      skipIndent: true,
    })
    for (const { body } of sources) documents.push({ location, rawSDL: body, document: parse(body) })
  }
}

// The client adds __typename on the way out, and the server compares the text that arrives: hash that very text.
const cache = new InMemoryCache()
const trusted = {}
const trust = (document) => {
  const text = print(cache.transformDocument(document))
  trusted[createHash('sha256').update(text).digest('hex')] = text
}

const outputs = await preset.buildGeneratesSection({
  baseOutputDir: target,
  schema: parse(sdl),
  schemaAst: schema,
  documents,
  plugins: [],
  pluginMap: {},
  presetConfig: {
    fragmentMasking: { unmaskFunctionName: 'readFragment' },
    onExecutableDocumentNode: trust,
    skipIndexFile: true,
  },
  config: {
    scalars,
    strictScalars: true,
    useTypeImports: true,
    importExtension: '.ts',
    dedupeFragments: true,
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
  },
})

await mkdir(target, { recursive: true })
for (const output of outputs) await put(output.filename, await codegen(output))
await put(`${target}trusted-documents.json`, `${JSON.stringify(trusted, Object.keys(trusted).sort(), 2)}\n`)
await put(`${target}schema-facts.ts`, schemaFacts())
console.log(`${documents.length} documents, ${Object.keys(trusted).length} trusted operations`)

/** Leaves a file alone that would not change, so that nothing reloads for nothing. */
async function put(file, content) {
  if ((await readFile(file, 'utf8').catch(() => undefined)) !== content) await writeFile(file, content)
}

/** What the cache needs: members of interfaces and unions; connection fields with the arguments that tell lists apart. */
function schemaFacts() {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const names = (list) => list.map(({ name }) => name).sort()
  const possible = types
    .filter(isAbstractType)
    .map((type) => [type.name, names(schema.getPossibleTypes(type))])
  const paging = new Set(['first', 'after', 'last', 'before'])
  const connections = types.filter(isObjectType).flatMap((type) => {
    const fields = Object.values(type.getFields()).filter((field) =>
      String(field.type).replace('!', '').endsWith('Connection'),
    )
    const filters = (field) => names(field.args).filter((name) => !paging.has(name))
    return fields.length
      ? [[type.name, Object.fromEntries(fields.map((field) => [field.name, filters(field)]))]]
      : []
  })
  const constant = (name, type, entries) =>
    `export const ${name}: ${type} = ${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
  return [
    constant('possibleTypes', 'Record<string, string[]>', possible),
    constant('connectionFields', 'Record<string, Record<string, string[]>>', connections),
  ].join('\n')
}
