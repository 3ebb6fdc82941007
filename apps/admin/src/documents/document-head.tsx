import { MEANING_LABELS, ROLE_LABELS, type Meaning } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Day, FormBlock, type FormCell } from '@steward/ui'
import { DayOf } from './day-of.tsx'
import type { RevisionInFull } from './document-documents.ts'
import { ControlTag, RevisionTag } from './document-tags.tsx'
import type { ControlStatus } from '@steward/domain'

const texts = messages({
  head: { zh: '文件表头', en: 'Head of the document' },
  number: { zh: '文件编号', en: 'Number' },
  label: { zh: '版本', en: 'Revision' },
  control: { zh: '受控状态', en: 'Status' },
  executing: { zh: '执行部门', en: 'Carried out by' },
  supervising: { zh: '监督部门', en: 'Watched over by' },
  editing: { zh: '编制部门', en: 'Written by' },
  mark: { zh: '修改标记', en: 'Mark of change' },
  count: { zh: '修改处数', en: 'Changed places' },
  effective: { zh: '生效日期', en: 'Effective' },
  onApproval: { zh: '批准之日', en: 'from its approval' },
  reason: { zh: '修改说明', en: 'Changes' },
  unsigned: { zh: '待签', en: 'not signed yet' },
})

const STEPS = ['PREPARED', 'REVIEWED', 'APPROVED'] as const satisfies readonly Meaning[]

interface DocumentHeadProps {
  readonly number: string
  readonly controlStatus: ControlStatus
  readonly revision: RevisionInFull
}

/** The head as a controlled document bears it, with 编制, 审核, 批准: each with its name and its own date. */
export function DocumentHead({ number, controlStatus, revision }: DocumentHeadProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  // What was signed before a rejection is history: it stands in the course of the signing.
  const given = (meaning: Meaning) => {
    const rejected = revision.signOffs.findLastIndex((it) => it.meaning === 'REJECTED')
    return revision.signOffs.slice(rejected + 1).filter((it) => it.meaning === meaning)
  }
  const signed = (meaning: Meaning): FormCell => ({
    key: meaning,
    label: sayWord(MEANING_LABELS[meaning]),
    value:
      given(meaning).length > 0 ? (
        given(meaning).map(({ id, signer, role, at }) => (
          <div key={id}>
            <span className="st-strong">{signer?.name}</span>{' '}
            <span className="st-quiet st-small">
              {sayWord(ROLE_LABELS[role])} <DayOf at={at} />
            </span>
          </div>
        ))
      ) : revision.status === 'IN_SIGNING' ? (
        <span className="st-quiet">{say('unsigned')}</span>
      ) : null,
  })
  const { executingDepartment, supervisingDepartment, editingDepartment, effectiveAt, effectiveOn } = revision
  return (
    <FormBlock
      label={say('head')}
      cells={[
        { key: 'number', label: say('number'), value: number },
        {
          key: 'label',
          label: say('label'),
          value: (
            <>
              <span className="st-strong">{revision.label}</span> <RevisionTag status={revision.status} />
            </>
          ),
        },
        { key: 'control', label: say('control'), value: <ControlTag status={controlStatus} /> },
        { key: 'executing', label: say('executing'), value: executingDepartment?.name },
        { key: 'supervising', label: say('supervising'), value: supervisingDepartment?.name },
        { key: 'editing', label: say('editing'), value: editingDepartment?.name },
        ...STEPS.map(signed),
        { key: 'mark', label: say('mark'), value: revision.mark },
        { key: 'count', label: say('count'), value: revision.base ? revision.changeCount : null },
        {
          key: 'effective',
          label: say('effective'),
          value: effectiveAt ? (
            <DayOf at={effectiveAt} />
          ) : effectiveOn ? (
            <Day on={effectiveOn} />
          ) : (
            say('onApproval')
          ),
        },
        ...(revision.changeReason
          ? [{ key: 'reason', label: say('reason'), value: revision.changeReason, wide: true }]
          : []),
      ]}
    />
  )
}
