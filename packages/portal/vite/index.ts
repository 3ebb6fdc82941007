import { fileURLToPath } from 'node:url'
import { federation } from '@module-federation/vite'
import react from '@vitejs/plugin-react'
import type { ConfigEnv, PluginOption, UserConfig } from 'vite'
import { documents } from './documents.ts'
import { emitListing, type Title } from './listing.ts'
import { precompressed } from './precompressed.ts'
import { SHARED } from './shared.ts'
import { shellDevelopment } from './shell-development.ts'
import { wholeShared } from './whole-shared.ts'

/** The api in development; the browser sees one origin, so there is no CORS and one cookie. */
const API = 'http://localhost:4000'

interface Place {
  /** Also its place in the address. */
  readonly name: string
  /** Of its development server. */
  readonly port: number
}

export interface ShellOptions extends Place {
  /** The portals that it finds running in development, with their ports. */
  readonly mounts: Readonly<Record<string, number>>
}

export interface PortalOptions extends Place {
  /** The file that exports `portal`. */
  readonly exposes: string
  /** What to call it before it is loaded. */
  readonly title: Title
}

/** The whole Vite set-up of the shell: it has the shared modules, and lends them to the portals. */
export function stewardShell({ name, port, mounts }: ShellOptions): (env: ConfigEnv) => UserConfig {
  return ({ command }) => ({
    ...common(name, port),
    plugins: [
      documents(),
      react(),
      wholeShared('index.html'),
      ...federated(name, {
        remotes: {},
        shared: shared(),
        ...(command === 'build' ? { experiments: { provideExternalRuntime: true } } : {}),
      }),
      precompressed(),
      shellDevelopment(mounts),
    ],
  })
}

/**
 * The whole Vite set-up of a portal. It is built twice into one folder: as a page that runs alone and knows nothing of
 * federation, and (`--mode remote`) as what the shell loads, which carries its own pages only and takes everything
 * shared from the shell. In development one server is both.
 */
export function stewardPortal({ name, port, exposes, title }: PortalOptions): (env: ConfigEnv) => UserConfig {
  const container = { exposes: { './portal': exposes } }
  return ({ command, mode }) => {
    if (command === 'serve')
      return {
        ...common(name, port),
        plugins: [react(), ...federated(name, { ...container, shared: shared() })],
      }
    const page = {
      ...common(name, port),
      base: `/portals/${name}/`,
      plugins: [documents(), react(), precompressed()],
    }
    if (mode !== 'remote') return page
    return {
      ...page,
      plugins: [
        ...page.plugins,
        wholeShared(exposes),
        ...federated(name, {
          ...container,
          shared: shared({ import: false }),
          experiments: { externalRuntime: true },
        }),
        emitListing(name, title),
      ],
      build: { ...page.build, emptyOutDir: false, copyPublicDir: false },
    }
  }
}

function common(name: string, port: number) {
  return {
    base: `/${name}/`,
    publicDir: fileURLToPath(new URL('../public', import.meta.url)),
    server: {
      port,
      strictPort: true,
      // A portal's modules are fetched from here by the page of the shell.
      origin: `http://localhost:${port}`,
      proxy: { '/graphql': { target: API, ws: true }, '/files': API, '/portals.json': API },
    },
    build: { target: 'es2023', reportCompressedSize: false, chunkSizeWarningLimit: 1500 },
  } satisfies UserConfig
}

const shared = (how: { import?: false } = {}) =>
  Object.fromEntries(SHARED.map((module) => [module, { singleton: true, ...how }]))

function federated(name: string, options: Partial<Parameters<typeof federation>[0]>): PluginOption[] {
  return federation({
    name,
    filename: 'remoteEntry.js',
    dts: false,
    // On a busy machine the plugin's own 10 s can pass in the middle of a build, which is then silently wrong.
    moduleParseIdleTimeout: 300,
    moduleParseTimeout: 600,
    ...options,
  })
}
