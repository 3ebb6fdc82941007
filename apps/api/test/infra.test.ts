/** The files of infra/ name settings, commands, ports, roles and paths of the code: whoever renames one is told here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAXIMUM_IMPORT_BYTES } from '@steward/domain'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { describeSettings, readConfig } from '../src/config.ts'
import { MAXIMUM_BODY_BYTES } from '../src/reads/limits.ts'

const repository = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(repository, path), 'utf8')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!)

interface Service {
  readonly image: string
  readonly build?: { readonly context: string; readonly dockerfile: string }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly depends_on?: Readonly<Record<string, unknown>>
}

const composeText = read('infra/compose.yaml')
const compose = parse(composeText, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: object
}
const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'steward')
const example = read('infra/env/production.env.example')
const dockerfile = read('infra/docker/api.Dockerfile')
const caddyfile = read('infra/Caddyfile')
const roles = read('infra/roles.sql')

const SETTINGS = all(describeSettings(), /^- `([A-Z_]+)`/gm)
/** Only the end-to-end tests read it. */
const NOT_OF_PRODUCTION = ['STEWARD_CHROMIUM']
/** Read by compose.yaml, never by Steward. */
const PASSWORDS = [
  'POSTGRES_PASSWORD',
  'OWNER_PASSWORD',
  'APP_PASSWORD',
  'WORKER_PASSWORD',
  'GRAFANA_PASSWORD',
]

/** The example as somebody would fill it in: passwords where it has none. */
const filledIn: Readonly<Record<string, string>> = Object.fromEntries(
  example.split('\n').flatMap((line) => {
    const [, name, value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    return name ? [[name, PASSWORDS.includes(name) ? `secret-of-${name}` : value]] : []
  }),
)

/** As Compose fills `${NAME}`, `${NAME:-default}` and `${NAME:?told when missing}` in. */
const interpolated = (text: string) =>
  text.replace(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_, name: string, how?: string, more?: string) => {
    const value = filledIn[name]
    if (how === '?' && !value) throw new Error(`${name} is required`)
    return value || (how === '-' ? (more ?? '') : '')
  })

const environmentOf = (service: string) =>
  Object.fromEntries(
    Object.entries(compose.services[service]!.environment ?? {}).map(([name, value]) => [
      name,
      interpolated(value),
    ]),
  )

describe('settings', () => {
  it('are explained in the example, each once, and nothing else is', () => {
    const named = all(example, /^(?:# )?([A-Z_]+)=/gm)
    expect(named.toSorted()).toEqual([...SETTINGS, ...PASSWORDS].toSorted())
  })

  it('are all given to some process by compose.yaml, and no other is', () => {
    const given = new Set(ours.flatMap(([, { environment = {} }]) => Object.keys(environment)))
    expect([...given].toSorted()).toEqual(
      SETTINGS.filter((name) => !NOT_OF_PRODUCTION.includes(name)).toSorted(),
    )
  })

  it('whatever compose.yaml wants to be told is in the example, and is used', () => {
    const wanted = new Set(all(composeText, /\$\{([A-Z_]+)/g))
    expect([...wanted].toSorted()).toEqual(Object.keys(filledIn).toSorted())
  })

  it.each(ours.map(([name]) => name))('as %s gets them are accepted', (service) => {
    const config = readConfig(environmentOf(service))
    expect(config).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      ...(service === 'signer' ? {} : { trustedProxies: 'uniquelocal' }),
    })
    // The signer holds a key and nothing else.
    if (service === 'signer') return expect(config.database).toBeUndefined()
    const { owner, worker } = config.database!
    // Nobody holds a key to more than it does.
    expect(owner !== undefined).toBe(service === 'migrate')
    expect(worker !== undefined).toBe(service === 'worker')
  })

  it('lead to roles that roles.sql makes and the script gives passwords to', () => {
    const made = all(roles, /CREATE ROLE (\w+)/g)
    expect(new Set(all(composeText, /postgresql:\/\/(\w+):/g))).toEqual(new Set(made))
    const script = read('infra/docker/set-passwords.sh')
    expect(all(script, /ALTER ROLE (\w+) PASSWORD/g)).toEqual(made)
    for (const variable of all(script, /"\$(\w+_PASSWORD)"/g))
      expect(Object.keys(environmentOf('postgres'))).toContain(variable)
  })
})

describe('compose.yaml', () => {
  it('runs commands that main.ts has', () => {
    const commands = all(read('apps/api/src/main.ts'), /program\s*\.command\('(\w+)'/g)
    for (const [, { command = [] }] of ours) expect(commands).toContain(command[0])
    expect(all(dockerfile, /^CMD \["(\w+)"/gm)).toEqual(['api'])
  })

  it('mounts and builds from files that exist, and waits for services that it has', () => {
    for (const { volumes = [], build, depends_on = {} } of Object.values(compose.services)) {
      for (const volume of volumes) {
        const [from = ''] = volume.split(':')
        if (from.startsWith('.')) expect(existsSync(join(repository, 'infra', from)), from).toBe(true)
        else expect(Object.keys(compose.volumes)).toContain(from)
      }
      if (build) expect(existsSync(join(repository, 'infra', build.context, build.dockerfile))).toBe(true)
      for (const name of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(name)
    }
  })

  it('mounts the keys of the ledger where the signer is, and nowhere else, and its socket where somebody signs', () => {
    const mounts = (volume: string) =>
      ours
        .filter(([, { volumes = [] }]) => volumes.some((it) => it.startsWith(`${volume}:`)))
        .map(([name]) => name)
    expect(mounts('ledger-keys')).toEqual(['signer'])
    expect(mounts('signer')).toEqual(expect.arrayContaining(['api', 'worker', 'signer']))
    const { STEWARD_SIGNER_SOCKET, STEWARD_LEDGER_KEYS } = environmentOf('signer')
    expect(environmentOf('api')).toMatchObject({ STEWARD_SIGNER_SOCKET })
    expect(compose.services['signer']!.volumes).toEqual([
      `signer:${STEWARD_SIGNER_SOCKET!.replace(/\/[^/]+$/, '')}`,
      `ledger-keys:${STEWARD_LEDGER_KEYS}`,
    ])
  })

  it('speaks of the same ports as image, proxy and monitoring', () => {
    const { PORT, STEWARD_METRICS_ADDRESS } = environmentOf('api')
    expect(all(dockerfile, /^EXPOSE (\d+)/gm)).toEqual([PORT])
    expect(all(caddyfile, /dynamic a (\w+ \d+)/g)).toEqual([`api ${PORT}`])
    const { scrape_configs: jobs } = parse(read('infra/monitoring/prometheus.yml')) as {
      scrape_configs: { dns_sd_configs: { names: string[]; port: number }[] }[]
    }
    const [{ names, port }] = jobs[0]!.dns_sd_configs as [{ names: string[]; port: number }]
    expect(names.filter((name) => !(name in compose.services))).toEqual([])
    expect(`0.0.0.0:${port}`).toBe(STEWARD_METRICS_ADDRESS)
  })

  it('keeps the data folder where the image has it', () => {
    const folder = environmentOf('api').STEWARD_DATA_DIR
    expect(all(dockerfile, /STEWARD_DATA_DIR=(\S+)/g)).toEqual([folder])
    expect(all(dockerfile, /^VOLUME (\S+)/gm)).toEqual([folder])
    for (const [name, { volumes = [] }] of ours.filter(([service]) => service !== 'signer'))
      expect(
        volumes.some((volume) => volume.endsWith(`:${folder}`)),
        name,
      ).toBe(true)
  })
})

describe('the image', () => {
  const workspaces = ['apps', 'packages'].flatMap((place) =>
    readdirSync(join(repository, place)).map((name) => `${place}/${name}`),
  )
  const manifestOf = (workspace: string) =>
    JSON.parse(read(`${workspace}/package.json`)) as {
      name: string
      scripts: Record<string, string>
      dependencies: Record<string, string>
    }
  const built = workspaces.filter((workspace) => 'build' in manifestOf(workspace).scripts)

  it('copies what exists, and all that is built', () => {
    const copied = all(dockerfile, /^COPY (?!--)(\S+) /gm)
    expect(copied.filter((path) => !existsSync(join(repository, path)))).toEqual([])
    const outputs = all(dockerfile, /^COPY --from=build \/steward\/(\S+)\/dist /gm)
    expect(outputs.toSorted()).toEqual(built.toSorted())
  })

  it('has the packages of ours that the API imports', () => {
    const imported = Object.keys(manifestOf('apps/api').dependencies).filter((name) =>
      name.startsWith('@steward/'),
    )
    for (const workspace of workspaces.filter((folder) => imported.includes(manifestOf(folder).name)))
      expect(dockerfile).toContain(`COPY ${workspace}/package.json ./${workspace}/`)
  })

  it('starts the file that is built, under a Node that will do, as nobody special', () => {
    const [entry] = all(dockerfile, /^ENTRYPOINT .*"(\S+main\.js)"/gm)
    expect(existsSync(join(repository, entry!.replace('/dist/', '/src/').replace(/js$/, 'ts')))).toBe(true)
    const { engines, scripts } = JSON.parse(read('package.json')) as {
      engines: { node: string }
      scripts: Record<string, string>
    }
    const oldest = Number(/\d+/.exec(engines.node)![0])
    for (const version of all(dockerfile, /^FROM node:(\d+)/gm))
      expect(+version).toBeGreaterThanOrEqual(oldest)
    for (const script of all(dockerfile, /npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script)
    expect(dockerfile).toMatch(/^USER node$/m)
  })

  it('asks for health at a route that the server has', () => {
    const server = read('apps/api/src/server.ts')
    for (const route of all(dockerfile, /'(\/\w+z)'/g)) expect(server).toContain(`app.get('${route}'`)
  })

  it('never holds anybody’s settings', () => {
    const ignored = read('infra/docker/api.Dockerfile.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['infra/env/*.env', '.git', '.steward']))
    expect(read('.gitignore').split('\n')).toContain('infra/env/*.env')
  })
})

describe('the proxy', () => {
  const bytes = (size: string) => {
    const [, count, unit] = /^(\d+)(KB|MB)$/.exec(size)!
    return Number(count) * (unit === 'KB' ? 1_000 : 1_000_000)
  }
  const limitOf = (matcher: string) =>
    bytes(new RegExp(`request_body @${matcher} \\{\\s*max_size (\\w+)`).exec(caddyfile)![1]!)

  it('reads bodies as long as the API does', () => {
    expect(limitOf('graphql')).toBe(MAXIMUM_BODY_BYTES)
    expect(limitOf('rest')).toBe(MAXIMUM_BODY_BYTES)
    expect(limitOf('files')).toBe(MAXIMUM_IMPORT_BYTES)
  })

  it('answers at the public address and doubles no security header', () => {
    expect(caddyfile).toMatch(/^\{\$STEWARD_PUBLIC_URL\} \{$/m)
    expect(Object.keys(environmentOf('proxy'))).toEqual(all(caddyfile, /\{\$([A-Z_]+)\}/g))
    expect(caddyfile).not.toMatch(/^\s*header\b/m)
  })
})

describe('infra/README.md', () => {
  const readme = read('infra/README.md')

  it('links to what exists and names scripts and commands that exist', () => {
    for (const link of all(readme, /\]\(((?!http)[^)]+)\)/g))
      expect(existsSync(join(repository, 'infra', link)), link).toBe(true)
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const script of all(readme, /npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script)
    const main = read('apps/api/src/main.ts')
    for (const command of all(readme, /dist\/main\.js (\w+)/g))
      expect(main).toContain(`.command('${command}')`)
    for (const file of all(readme, /`(apps\/\S+\.ts)`/g))
      expect(existsSync(join(repository, file)), file).toBe(true)
  })

  it('speaks of settings that exist', () => {
    for (const name of all(readme, /`((?:STEWARD|DATABASE)_[A-Z_]+)`/g)) expect(SETTINGS).toContain(name)
  })
})
