import type { TypedDocumentNode } from '@apollo/client'
import { useFreshAct } from '@steward/portal'
import { useNotify, type Refused } from '@steward/ui'

/** What surrounds every form of an archive. */
export interface ArchiveSurroundings {
  /** Brings the page anew. */
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** A verb of an archive: done, the page is brought anew and the form goes; refused, everything typed is still there. */
export function useArchiveAct<
  Data extends Readonly<Record<keyof Data, { readonly __typename: string }>>,
  Input,
>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  done: string,
  { onReload, onClose }: ArchiveSurroundings,
): (input: Input) => Promise<Refused | undefined> {
  const act = useFreshAct(mutation, onReload)
  const notify = useNotify()
  return async (input) => {
    const { refused } = await act(input)
    if (refused) return refused
    await onReload()
    notify.done(done)
    onClose()
    return undefined
  }
}
