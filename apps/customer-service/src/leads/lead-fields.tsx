import { useQuery } from '@apollo/client/react'
import { messages, useMessages } from '@steward/portal'
import { Field, Input, Select, useFieldValue } from '@steward/ui'
import { ReferrerField } from '../clients/referrer-field.tsx'
import { LeadOrigins } from './lead-documents.ts'

const texts = messages({
  source: { zh: '来源', en: 'Source' },
  campaign: { zh: '推广活动', en: 'Campaign' },
  project: { zh: '意向项目', en: 'Project' },
  need: { zh: '需求', en: 'What they look for' },
  needHint: { zh: '面积、用途、预算、什么时候要', en: 'Size, use, budget, by when' },
  next: { zh: '下一步', en: 'Next step' },
  nextHint: { zh: '如：带看样板间', en: 'E.g. show the model flat' },
  nextOn: { zh: '哪一天', en: 'On' },
})

/** Where they come from: campaigns are those of the source. */
export function OriginFields() {
  const say = useMessages(texts)
  const { data } = useQuery(LeadOrigins, { fetchPolicy: 'cache-and-network' })
  const sourceId = useFieldValue<string>('sourceId')
  const campaignId = useFieldValue<string>('campaignId')
  const inUse = <T extends { readonly id: string; readonly retiredAt?: string | null }>(
    rows: readonly T[] | undefined,
    chosen: string | undefined,
  ) => (rows ?? []).filter(({ id, retiredAt }) => !retiredAt || id === chosen)
  const options = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  const campaigns = inUse(data?.campaigns, campaignId).filter(({ source }) => source?.id === sourceId)
  return (
    <>
      <Field name="sourceId" label={say('source')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={options(inUse(data?.leadSources, sourceId))}
        />
      </Field>
      {campaigns.length > 0 && (
        <Field name="campaignId" label={say('campaign')}>
          <Select allowClear options={options(campaigns)} />
        </Field>
      )}
      <ReferrerField />
      <Field name="projectId" label={say('project')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={options(data?.projects ?? [])}
        />
      </Field>
    </>
  )
}

export function NeedField() {
  const say = useMessages(texts)
  return (
    <Field name="need" label={say('need')} hint={say('needHint')} wide>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Field>
  )
}

/**
 * What comes next with a lead or an opportunity, and on which day: it stands in “due today” then.
 * @param hint an example; one of leads where none is given
 */
export function NextStepFields({ hint }: { readonly hint?: string }) {
  const say = useMessages(texts)
  const step = useFieldValue<string>('nextStep')
  return (
    <>
      <Field name="nextStep" label={say('next')} hint={hint ?? say('nextHint')}>
        <Input maxLength={200} />
      </Field>
      {step?.trim() && (
        <Field name="nextStepOn" label={say('nextOn')} required>
          <Input type="date" />
        </Field>
      )}
    </>
  )
}
