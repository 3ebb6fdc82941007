import { CAUSE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMessages, useSay } from '@steward/portal'
import { DescriptionList, Panel, Prose, StatusTag } from '@steward/ui'
import { known } from './known.ts'

export const ComplaintInvestigationFragment = graphql(/* GraphQL */ `
  fragment ComplaintInvestigation on Complaint {
    id
    findings
    wasReal
    faultShare
    cause
    causeNote
    preventionNote
    investigatedBy {
      id
      name
    }
    proposedResponsibleDepartment {
      id
      name
    }
    responsibilityRuledBy {
      id
      name
    }
  }
`)

const texts = messages({
  title: { zh: '调查与原因', en: 'Investigation and cause' },
  findings: { zh: '调查结果', en: 'Findings' },
  wasReal: { zh: '是否属实', en: 'Was it so?' },
  real: { zh: '属实', en: 'Yes' },
  notReal: { zh: '不属实', en: 'No' },
  faultShare: { zh: '我方责任', en: 'Our share of the fault' },
  responsible: { zh: '责任部门', en: 'Responsible department' },
  proposed: { zh: '建议', en: 'proposed' },
  nobody: { zh: '不归我方部门', en: 'None of ours' },
  ruled: { zh: '{{name}}裁定', en: 'ruled by {{name}}' },
  investigatedBy: { zh: '调查人', en: 'Investigated by' },
  cause: { zh: '原因分类', en: 'Cause' },
  causeNote: { zh: '原因说明', en: 'Why it happened' },
  prevention: { zh: '预防再发', en: 'Prevention' },
})

/** Was it really so, why, whose responsibility, and what prevents it. */
export function ComplaintInvestigation({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintInvestigationFragment>
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const it = readFragment(ComplaintInvestigationFragment, complaint)
  const ruledBy = it.responsibilityRuledBy
  const items = known([
    { label: say('findings'), value: it.findings && <Prose>{it.findings}</Prose>, wide: true },
    {
      label: say('wasReal'),
      value: it.wasReal !== null && (
        <StatusTag tone={it.wasReal ? 'warn' : 'neutral'}>{say(it.wasReal ? 'real' : 'notReal')}</StatusTag>
      ),
    },
    { label: say('faultShare'), value: it.faultShare !== null && `${it.faultShare}%` },
    {
      label: say('responsible'),
      value: (it.proposedResponsibleDepartment || ruledBy) && (
        <>
          {it.proposedResponsibleDepartment?.name ?? say('nobody')}{' '}
          <span className="st-quiet">{ruledBy ? say('ruled', { name: ruledBy.name }) : say('proposed')}</span>
        </>
      ),
    },
    { label: say('cause'), value: it.cause && sayWord(CAUSE_LABELS[it.cause]) },
    { label: say('investigatedBy'), value: it.investigatedBy?.name },
    { label: say('causeNote'), value: it.causeNote && <Prose>{it.causeNote}</Prose>, wide: true },
    { label: say('prevention'), value: it.preventionNote && <Prose>{it.preventionNote}</Prose>, wide: true },
  ])
  if (items.length === 0) return null
  return (
    <Panel title={say('title')}>
      <DescriptionList items={items} />
    </Panel>
  )
}
