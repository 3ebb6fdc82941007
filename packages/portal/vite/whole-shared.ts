import type { Plugin } from 'vite'
import { SHARED } from './shared.ts'

const ID = 'virtual:steward-shared'

/**
 * Names every shared module, whole, in a file that is part of the build from its first moment and is thrown away at its
 * end. The federation plugin finds out what is shared, and which exports of it, while it reads the sources, and takes
 * ten quiet milliseconds for the end; on a busy machine they come early, and exports or modules are then missing.
 */
export function wholeShared(input: string): Plugin {
  return {
    name: 'steward:whole-shared',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { input: [ID, input] } } }),
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined
      const imports = SHARED.map((module, at) => `import * as shared${at} from '${module}'`)
      return `${imports.join('\n')}\nexport const all = [${SHARED.map((_, at) => `shared${at}`).join()}]`
    },
    generateBundle(_, bundle) {
      for (const [file, chunk] of Object.entries(bundle))
        if (chunk.type === 'chunk' && chunk.facadeModuleId === `\0${ID}`) delete bundle[file]
    },
  }
}
