import type { TypedDocumentNode } from '@apollo/client'
import { useNotify, type Refused } from '@steward/ui'
import { useFreshAct } from '../acts/use-fresh-act.ts'

/** What surrounds every form over a page. */
export interface FormSurroundings {
  /** Brings the page anew. */
  readonly onReload: () => Promise<unknown>
  readonly onClose: () => void
}

/** A verb of a form: done, the page is brought anew and the form goes; refused, everything typed is still there. */
export function usePlanAct<Data extends Readonly<Record<keyof Data, { readonly __typename: string }>>, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  done: string,
  { onReload, onClose }: FormSurroundings,
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
