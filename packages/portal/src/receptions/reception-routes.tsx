import { EditIcon } from '@steward/ui'
import type { PortalCommand, PortalFinder, PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'
import { placesOf } from './client-pick.tsx'
import { ClientsToNote } from './reception-documents.ts'

const PATH = 'receptions/new'
const MOST = 6

/** Writing a word down is the same in every portal whose people have clients before them. */
export const receptionRoutes: readonly PortalRoute[] = [
  {
    path: 'receptions/new',
    page: lazyPage(async () => (await import('./note-page.tsx')).NotePage),
    permission: 'reception:record',
  },
]

export const receptionCommand: PortalCommand = {
  key: 'reception',
  label: { zh: '记一笔接待或来电', en: 'Note a call or a visit' },
  icon: <EditIcon />,
  path: PATH,
  permission: 'reception:record',
}

/** `记一笔 张三`, `note zhang san`: the verb and then the client. */
const ASKED = /^(?:记一笔|记|note)\s*(\S.*)$/iu
const clientIn = (typed: string): string | undefined => ASKED.exec(typed)?.[1]?.trim()

/** From the palette straight to the field: the verb, a name, Enter. */
export const receptionFinder: PortalFinder = {
  key: 'receptions',
  title: { zh: '记一笔', en: 'Note it' },
  icon: <EditIcon />,
  permission: 'reception:record',
  wants: (typed) => clientIn(typed) !== undefined,
  async find(typed, { client }) {
    const { data } = await client.query({
      query: ClientsToNote,
      variables: { words: clientIn(typed) ?? '' },
      fetchPolicy: 'network-only',
    })
    return (data?.findClients ?? []).slice(0, MOST).map((hit) => {
      const name = hit.name ?? hit.code
      return {
        key: hit.id,
        label: { zh: `记一笔 ${name}`, en: `Note for ${name}` },
        note: placesOf(hit) || hit.code,
        path: `${PATH}?client=${hit.id}`,
      }
    })
  },
}
