import { useQuery } from '@apollo/client/react'
import { DOCUMENT_KIND_LABELS } from '@steward/domain'
import { readFragment, type ControlledDocumentPageQuery } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  SigningWay,
  useLiveRecord,
  useMay,
  useMessages,
  usePortalPath,
  useSaidBy,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Alert,
  AppLink,
  Button,
  Day,
  EmptyState,
  Inline,
  Loading,
  PageHeader,
  Panel,
  PrintIcon,
  Stack,
  useUi,
  ViewTabs,
  WithAside,
} from '@steward/ui'
import { useParams, useSearchParams } from 'react-router'
import { OneDocument, OneRevision, RevisionParts } from './document-documents.ts'
import { DocumentContent } from './document-content.tsx'
import { DocumentHead } from './document-head.tsx'
import { ControlTag } from './document-tags.tsx'
import { DocumentVerbs } from './document-verbs.tsx'
import { RevisionChanges } from './revision-changes.tsx'
import { RevisionHistory } from './revision-history.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { paperOf } from './template-words.tsx'

const texts = messages({
  documents: { zh: '受控文件', en: 'Controlled documents' },
  gone: { zh: '没有这份文件', en: 'There is no such document' },
  goneHint: { zh: '可能不存在，或您无权查看。', en: 'It does not exist, or is not for you to read.' },
  history: { zh: '版次沿革', en: 'Course of revisions' },
  print: { zh: '打印', en: 'Print' },
  check: { zh: '打印件核对', en: 'Check a print' },
  signing: { zh: '会签经过', en: 'Course of the signing' },
  views: { zh: '正文与对照', en: 'Content and changes' },
  text: { zh: '正文', en: 'Content' },
  changes: { zh: '修改对照', en: 'What is different' },
  ofCase: { zh: '投诉', en: 'Case' },
  notInForce: { zh: '您看到的不是现行版本。', en: 'This is not the revision in force.' },
  show: { zh: '查看现行版本 {{label}}', en: 'Show {{label}}, which is in force' },
  nothing: { zh: '这份文件还没有生效过。', en: 'Nothing of this document was ever in force.' },
  open: {
    zh: '{{label}} 正在修订；生效前仍按本版办事。',
    en: '{{label}} is on its way; this revision holds until then.',
  },
  openShow: { zh: '查看 {{label}}', en: 'Show {{label}}' },
  waits: { zh: '已批准，生效日：', en: 'Approved; in force from' },
  edit: { zh: '修改草稿', en: 'Change the draft' },
  rejected: { zh: '上次会签被驳回', en: 'The last signing was rejected' },
})

type Document = NonNullable<ControlledDocumentPageQuery['controlledDocument']>

/** A document: what is in force, what is on its way, what was; any revision in full, and compared with any other. */
export function DocumentPage() {
  const say = useMessages(texts)
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const { data, error, refetch } = useQuery(OneDocument, { variables: { id } })
  useLiveRecord(id, () => void refetch())
  useWorkTab(data?.controlledDocument?.number, data?.controlledDocument?.title)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { controlledDocument: document } = data
  if (!document) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const shown =
    document.revisions.find((it) => it.id === params.get('revision')) ??
    document.revisions.find((it) => it.id === (document.effectiveRevision ?? document.openRevision)?.id) ??
    document.revisions[0]
  return shown ? (
    <Shown
      document={document}
      revisionId={shown.id}
      changes={params.get('view') === 'changes'}
      onReload={refetch}
    />
  ) : (
    <EmptyState title={say('gone')} />
  )
}

interface ShownProps {
  readonly document: Document
  readonly revisionId: string
  readonly changes: boolean
  readonly onReload: () => Promise<unknown>
}

function Shown({ document, revisionId, changes, onReload }: ShownProps) {
  const say = useMessages(texts)
  const saidBy = useSaidBy()
  const sayWord = useSay()
  const may = useMay()
  const { locale } = useUi()
  const path = usePortalPath()
  const page = path(`documents/${document.id}`)
  const to = (revision: string, view?: string) => `${page}?revision=${revision}${view ? `&view=${view}` : ''}`
  const { data, error, refetch } = useQuery(OneRevision, { variables: { id: revisionId } })
  useLiveRecord(revisionId, () => void refetch())
  const revision = readFragment(RevisionParts, data?.documentRevision)
  const reload = () => Promise.all([onReload(), refetch()])
  const { number, title, kind, controlStatus, complaint, revisions } = document
  const others = revisions.filter((it) => it.id !== revisionId)
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: path('documents'), label: say('documents') }}
        subtitle={
          <Inline gap={2}>
            <code>{number}</code>
            <ControlTag status={controlStatus} />
            {sayWord(DOCUMENT_KIND_LABELS[kind])}
            {complaint &&
              (may('portal:customerService') ? (
                <AppLink to={`/customer-service/complaints/${complaint.id}`}>
                  {say('ofCase')} {complaint.number}
                </AppLink>
              ) : (
                <span>
                  {say('ofCase')} {complaint.number}
                </span>
              ))}
          </Inline>
        }
        actions={
          revision && (
            <>
              {(revision.clauses ?? revision.limits) && (
                <Button
                  icon={<PrintIcon aria-hidden />}
                  href={`/files/documents/${revision.id}.pdf?lang=${locale}`}
                  download
                >
                  {say('print')}
                </Button>
              )}
              <DocumentVerbs documentId={document.id} revision={revision} onReload={reload} />
            </>
          )
        }
      />
      <WithAside
        aside={
          <>
            {revision?.signings[0] && (
              <Panel
                title={say('signing')}
                actions={
                  <AppLink
                    to={path(`printed/${revision.signings[0].id}#${revision.signings[0].contentHash}`)}
                  >
                    {say('check')}
                  </AppLink>
                }
              >
                <SigningWay signing={revision.signings[0]} />
              </Panel>
            )}
            <Panel title={say('history')}>
              <RevisionHistory revisions={revisions} shown={revisionId} toRevision={(id) => to(id)} />
            </Panel>
          </>
        }
      >
        <Standing document={document} revisionId={revisionId} to={to} />
        {revision?.rejectedReason && revision.status === 'DRAFT' && (
          <Alert
            type="warning"
            showIcon
            title={say('rejected')}
            description={saidBy(revision.rejectedBy?.name, revision.rejectedReason)}
          />
        )}
        {revision ? (
          <Panel>
            <Stack gap={4}>
              <DocumentHead number={number} controlStatus={controlStatus} revision={revision} />
              {others.length > 0 && (
                <ViewTabs
                  label={say('views')}
                  current={changes ? 'changes' : 'text'}
                  views={[
                    { key: 'text', label: say('text'), to: to(revisionId) },
                    { key: 'changes', label: say('changes'), to: to(revisionId, 'changes') },
                  ]}
                />
              )}
              {changes && others.length > 0 ? (
                <RevisionChanges key={revisionId} revision={revision} others={others} />
              ) : (
                <DocumentContent revision={revision} />
              )}
              {paperOf(revision.kind) && <TemplatePreview key={revisionId} revisionId={revision.id} />}
            </Stack>
          </Panel>
        ) : error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </WithAside>
    </>
  )
}

interface StandingProps {
  readonly document: Document
  readonly revisionId: string
  readonly to: (revision: string, view?: string) => string
}

/** What a reader must not overlook: that this is not what holds, or that another one is on its way. */
function Standing({ document, revisionId, to }: StandingProps) {
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  const { effectiveRevision: effective, openRevision: open } = document
  if (effective && effective.id !== revisionId)
    return (
      <Alert
        type="warning"
        showIcon
        title={say('notInForce')}
        action={<AppLink to={to(effective.id)}>{say('show', { label: effective.label })}</AppLink>}
      />
    )
  if (effective && open)
    return (
      <Alert
        type="info"
        showIcon
        title={say('open', { label: open.label })}
        description={
          open.status === 'APPROVED' &&
          open.effectiveOn && (
            <>
              {say('waits')} <Day on={open.effectiveOn} />
            </>
          )
        }
        action={
          <Inline gap={3}>
            <AppLink to={to(open.id, 'changes')}>{say('openShow', { label: open.label })}</AppLink>
            {open.status === 'DRAFT' && may('document:change') && (
              <AppLink to={path(`documents/${document.id}/edit`)}>{say('edit')}</AppLink>
            )}
          </Inline>
        }
      />
    )
  return effective ? null : <Alert type="info" showIcon title={say('nothing')} />
}
