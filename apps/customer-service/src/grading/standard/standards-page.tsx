import { DOCUMENT_ACTION_LABELS, REVISION_STATUS_LABELS } from '@steward/domain'
import { readFragment, type StandardRevisionPartsFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  standardOf,
  StandardParts,
  StandardView,
  useFreshAct,
  useMay,
  useMessages,
  usePagePath,
  usePortalPath,
  useSay,
} from '@steward/portal'
import {
  AppLink,
  Button,
  EditIcon,
  EmptyState,
  Inline,
  Instant,
  Loading,
  Panel,
  Prose,
  Stack,
  StatusTag,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { GradingHeader } from '../grading-header.tsx'
import { AmendStandard } from './standard-documents.ts'
import { useStandards } from './use-standards.ts'

const texts = messages({
  subtitle: {
    zh: '凭什么给客户更多：指标、计分、等级和各级享有；编制、审核、批准后生效',
    en: 'What earns a client more: criteria, scales, grades and what they earn; in force once prepared, reviewed and approved',
  },
  none: { zh: '还没有分级标准', en: 'There is no grading standard yet' },
  noneHint: {
    zh: '标准生效之前不评级。先起草一份，边写边看它给今天的客户分出什么等级。',
    en: 'Nobody is graded before one is in force. Draft one, and see while you write how it grades today’s clients.',
  },
  draft: { zh: '起草分级标准', en: 'Draft a grading standard' },
  document: { zh: '受控文件 {{number}}', en: 'Document {{number}}' },
  since: { zh: '生效于', en: 'In force since' },
  coming: { zh: '在拟版次 {{label}}', en: 'Revision {{label}} on its way' },
  inForce: { zh: '现行版次 {{label}}', en: 'Revision {{label}}, in force' },
  noneInForce: { zh: '尚无生效的版次', en: 'No revision is in force yet' },
  edit: { zh: '继续编辑 {{label}}', en: 'Go on with {{label}}' },
  submit: { zh: '到受控文件提交会签', en: 'Submit it for signing, among the documents' },
  rejected: { zh: '被驳回：{{reason}}', en: 'Rejected: {{reason}}' },
})

/** The standard in force to be read, one on its way beside, and the way to write. */
export function StandardsPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const page = usePagePath()
  const notify = useNotify()
  const { routing } = useUi()
  const { isLoaded, error, refetch, document, inForce, open } = useStandards()
  const amend = useFreshAct(AmendStandard, refetch)
  const [busy, setBusy] = useState(false)
  if (!isLoaded) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const edit = path('grading/standards/edit')
  const beginAmendment = async (revision: StandardRevisionPartsFragment) => {
    setBusy(true)
    const { done, refused } = await amend({ revisionId: revision.id, expectedVersion: revision.version })
    setBusy(false)
    if (refused) return notify.failed(refused.message ?? '')
    if (done) routing.go(edit)
  }
  const actions = (
    <Inline gap={2}>
      {document && (
        <AppLink to={page({ portal: 'admin', path: `documents/${document.id}` })}>
          {say('document', { number: document.number })}
        </AppLink>
      )}
      {open?.availableActions.includes('CHANGE') && (
        <Button type="primary" icon={<EditIcon aria-hidden />} onClick={() => routing.go(edit)}>
          {say('edit', { label: open.label })}
        </Button>
      )}
      {!open && inForce?.availableActions.includes('AMEND') && (
        <Button
          type="primary"
          icon={<EditIcon aria-hidden />}
          loading={busy}
          onClick={() => void beginAmendment(inForce)}
        >
          {sayWord(DOCUMENT_ACTION_LABELS.amend)}
        </Button>
      )}
      {!document && may('gradingStandard:readPreview') && may('document:draft') && (
        <Button type="primary" onClick={() => routing.go(edit)}>
          {say('draft')}
        </Button>
      )}
    </Inline>
  )
  const standard = inForce && standardOf(readFragment(StandardParts, inForce))
  return (
    <Stack gap={4}>
      <GradingHeader current="standards" subtitle={say('subtitle')} actions={actions} />
      {!document && <EmptyState title={say('none')} hint={say('noneHint')} />}
      {open && (
        <Panel title={say('coming', { label: open.label })}>
          <Stack gap={2}>
            <Inline gap={2}>
              <StatusTag tone="info">{sayWord(REVISION_STATUS_LABELS[open.status])}</StatusTag>
              <span className="st-quiet">
                {open.draftedBy?.name} · <Instant at={open.draftedAt} />
              </span>
              {document && open.availableActions.includes('SUBMIT') && (
                <AppLink to={page({ portal: 'admin', path: `documents/${document.id}?revision=${open.id}` })}>
                  {say('submit')}
                </AppLink>
              )}
            </Inline>
            {open.changeReason && <Prose>{open.changeReason}</Prose>}
            {open.rejectedReason && (
              <p className="st-problem">{say('rejected', { reason: open.rejectedReason })}</p>
            )}
          </Stack>
        </Panel>
      )}
      {document &&
        (standard && inForce ? (
          <Stack gap={3}>
            <Inline gap={2}>
              <h2 className="st-group-title">{say('inForce', { label: inForce.label })}</h2>
              {inForce.effectiveAt && (
                <span className="st-quiet">
                  {say('since')} <Instant at={inForce.effectiveAt} />
                </span>
              )}
            </Inline>
            <StandardView standard={standard} />
          </Stack>
        ) : (
          <EmptyState title={say('noneInForce')} />
        ))}
    </Stack>
  )
}
