import { useQuery } from '@apollo/client/react'
import { EQUIPMENT_CLASS_LABELS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import { FilterField, Select } from '@steward/ui'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PlanTemplateLine, PlanTemplateList } from '../plan-templates/template-documents.ts'
import { useMay } from '../session/viewer.tsx'

const texts = messages({
  template: { zh: '从模板开始', en: 'Begin with a template' },
  none: { zh: '不用模板', en: 'No template' },
})

interface FacilityTemplateProps {
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
}

/** Templates for classes of machines, of which a plan may begin with one. */
export function FacilityTemplate({ value, onChange }: FacilityTemplateProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const mayRead = useMay()('planTemplate:read')
  const { data } = useQuery(PlanTemplateList, {
    variables: { kind: 'FACILITY', first: 50 },
    skip: !mayRead,
  })
  const lines = (data?.planTemplates.edges ?? [])
    .map(({ node }) => readFragment(PlanTemplateLine, node))
    .filter(({ retiredAt }) => retiredAt === null)
  if (lines.length === 0) return null
  return (
    <FilterField label={say('template')}>
      <Select
        aria-label={say('template')}
        allowClear
        placeholder={say('none')}
        popupMatchSelectWidth={false}
        value={value ?? null}
        options={lines.map(({ id, title, equipmentClass }) => ({
          value: id,
          label: equipmentClass ? `${title} · ${sayWord(EQUIPMENT_CLASS_LABELS[equipmentClass])}` : title,
        }))}
        onChange={(id: string | null | undefined) => onChange(id ?? undefined)}
      />
    </FilterField>
  )
}
