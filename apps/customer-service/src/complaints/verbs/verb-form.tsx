import type { TypedDocumentNode } from '@apollo/client'
import { COMPLAINT_ACTION_LABELS, COMPLAINT_INPUTS } from '@steward/domain'
import type { VerbCaseFragment } from '@steward/graphql-client'
import { useCheckInput, useDraft, useSay } from '@steward/portal'
import { Form } from '@steward/ui'
import type { ComponentType } from 'react'
import type { CaseAction } from '../action-names.ts'
import { StaleDialog } from './stale-dialog.tsx'
import { useVerb, type VerbSurroundings } from './use-verb.ts'

/** What a form asks for: a verb's input without what every verb's input has. */
type ValuesOf<Input> = Omit<Input, 'complaintId' | 'expectedVersion'>

interface Payload {
  readonly __typename: string
}

interface VerbSpec<Data extends Readonly<Record<keyof Data, Payload>>, Input> {
  readonly action: CaseAction
  readonly mutation: TypedDocumentNode<Data, { input: Input }>
  /** What is known already; nothing where it is null. */
  readonly initial?: (complaint: VerbCaseFragment) => { [K in keyof ValuesOf<NoInfer<Input>>]?: unknown }
  /** What is sent of what was typed; all of it, when absent. */
  readonly send?: (values: ValuesOf<NoInfer<Input>>, complaint: VerbCaseFragment) => ValuesOf<NoInfer<Input>>
  readonly Fields: ComponentType<{ readonly complaint: VerbCaseFragment }>
}

export interface VerbFormProps extends VerbSurroundings {
  readonly complaint: VerbCaseFragment
}

export const withoutNulls = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** The form of one verb. Rules of the domain first, then the server; whoever was slower than a colleague keeps their words. */
export function verbForm<Data extends Readonly<Record<keyof Data, Payload>>, Input>(
  spec: VerbSpec<Data, Input>,
): ComponentType<VerbFormProps> {
  const { action, mutation, initial, send = (values) => values, Fields } = spec

  return function VerbForm({ complaint, onReload, onDone }) {
    const say = useSay()
    const checkInput = useCheckInput()
    // A crash, a closed tab or an ended session costs nothing that was typed.
    const draft = useDraft<object>(`${action}.${complaint.id}`)
    const done = () => {
      draft.drop()
      onDone()
    }
    const verb = useVerb(mutation, { onReload, onDone: done })
    const label = say(COMPLAINT_ACTION_LABELS[action])
    const inputOf = (values: ValuesOf<Input>) => ({
      ...send(values, complaint),
      complaintId: complaint.id,
      expectedVersion: complaint.version,
    })
    return (
      <>
        <Form<ValuesOf<Input>>
          label={label}
          verb={label}
          wide
          initial={
            { ...withoutNulls(initial?.(complaint) ?? {}), ...draft.found } as Partial<ValuesOf<Input>>
          }
          onChange={draft.keep}
          check={(values) => checkInput(COMPLAINT_INPUTS[action], inputOf(values))}
          onSubmit={(values) => verb.send(inputOf(values) as unknown as Input)}
        >
          <Fields complaint={complaint} />
        </Form>
        <StaleDialog stale={verb.stale} onReload={onReload} onClose={verb.forgetStale} />
      </>
    )
  }
}
