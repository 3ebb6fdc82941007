import { existsSync, readdirSync, statSync, watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

/**
 * Tells of every file that is changed, replaced, made or removed below `folders`. One watcher a folder, because Node 20's
 * recursive ones lose a file once an editor has saved it by renaming another over it.
 * @returns ends the watching
 */
export function watchFolders(folders: readonly string[], changed: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>()

  const add = (folder: string): void => {
    if (watchers.has(folder)) return
    const watcher = watch(folder, (_, name) => {
      if (!name) return
      const path = join(folder, name)
      if (isFolder(path)) return add(path)
      // It may have been a folder, and come back as one.
      forget(path)
      changed(path)
    })
    watcher.on('error', () => forget(folder))
    watchers.set(folder, watcher)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name !== 'node_modules') add(join(folder, entry.name))
    }
  }
  const forget = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  for (const folder of folders.filter((path) => existsSync(path))) add(folder)
  return () => [...watchers.keys()].forEach(forget)
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()
