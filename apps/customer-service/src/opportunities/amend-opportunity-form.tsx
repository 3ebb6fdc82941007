import { OPPORTUNITY_ACTION_LABELS, OPPORTUNITY_INPUTS } from '@steward/domain'
import type { OpportunityAboutFragment } from '@steward/graphql-client'
import { messages, useCheckInput, useDraft, useMessages, useSay } from '@steward/portal'
import { Form } from '@steward/ui'
import { useArchiveAct, type ArchiveSurroundings } from '../clients/page/use-archive-act.ts'
import { AmendOpportunity } from './opportunity-documents.ts'
import { OpportunityFields, OpportunityNextFields } from './opportunity-fields.tsx'

const texts = messages({ done: { zh: '资料已修改', en: 'Amended' } })

interface Values {
  readonly title: string
  readonly need?: string | null
  readonly expectedMinor?: number | null
  readonly expectedCloseOn?: string | null
  readonly projectId?: string | null
  readonly nextStep?: string | null
  readonly nextStepOn?: string | null
}

export function AmendOpportunityForm({
  opportunity: it,
  ...surroundings
}: ArchiveSurroundings & { readonly opportunity: OpportunityAboutFragment }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const draft = useDraft<Values>(`amend.${it.id}`)
  const amend = useArchiveAct(AmendOpportunity, say('done'), surroundings)
  const verb = sayWord(OPPORTUNITY_ACTION_LABELS.amend)
  const inputOf = (values: Values) => ({
    opportunityId: it.id,
    expectedVersion: it.version,
    title: values.title,
    need: values.need ?? '',
    expectedMinor: values.expectedMinor ?? null,
    expectedCloseOn: values.expectedCloseOn || null,
    projectId: values.projectId ?? null,
    nextStep: values.nextStep ?? '',
    nextStepOn: values.nextStep?.trim() ? values.nextStepOn || null : null,
  })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{
        title: it.title ?? '',
        need: it.need ?? '',
        expectedMinor: it.expectedMinor ?? null,
        expectedCloseOn: it.expectedCloseOn ?? '',
        ...(it.project ? { projectId: it.project.id } : {}),
        nextStep: it.nextStep ?? '',
        nextStepOn: it.nextStepOn ?? '',
        ...draft.found,
      }}
      onChange={draft.keep}
      onCancel={surroundings.onClose}
      check={(values) => check(OPPORTUNITY_INPUTS.amend, inputOf(values))}
      onSubmit={async (values) => {
        const refused = await amend(inputOf(values))
        if (!refused) draft.drop()
        return refused
      }}
    >
      <OpportunityFields />
      <OpportunityNextFields />
    </Form>
  )
}
