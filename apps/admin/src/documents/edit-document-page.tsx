import { useQuery } from '@apollo/client/react'
import { changeCount, parseContent } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useDraft,
  useFreshAct,
  useMessages,
  usePagePath,
  usePortalPath,
  useWorkTab,
} from '@steward/portal'
import { AppLink, EmptyState, Loading, PageHeader, useNotify, useUi } from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import {
  comparedOf,
  OneDocument,
  OneRevision,
  RevisionParts,
  rulesOf,
  type RevisionInFull,
} from './document-documents.ts'
import { ChangeDocument } from './document-mutations.ts'
import { DocumentForm, inputOf, type DocumentValues } from './document-form.tsx'

const texts = messages({
  title: { zh: '修改草稿 {{label}}', en: 'Change draft {{label}}' },
  save: { zh: '保存草稿', en: 'Save the draft' },
  saved: { zh: '草稿已保存', en: 'The draft is saved' },
  elsewhere: {
    zh: '分级标准在客户服务门户编辑，边写边看分级结果',
    en: 'A grading standard is written in customer service, where it is seen what it does',
  },
  standard: { zh: '编辑分级标准', en: 'Edit the grading standard' },
  none: { zh: '这份文件没有可以修改的草稿', en: 'This document has no draft to change' },
  noneHint: {
    zh: '已提交会签的版次不能再改；请撤回，或等它生效后再修订。',
    en: 'What was submitted is not changed any more: withdraw it, or amend it once it is in force.',
  },
  count: {
    zh: '与 {{label}} 相比修改 {{count}} 处',
    en: { one: '{{count}} place differs from {{label}}', other: '{{count}} places differ from {{label}}' },
  },
})

type Department = { readonly id: string; readonly name: string }

/** The draft of a document, worded anew. What is typed survives until it is saved. */
export function EditDocumentPage() {
  const say = useMessages(texts)
  const pagePath = usePagePath()
  const { id = '' } = useParams()
  const page = useQuery(OneDocument, { variables: { id } })
  const document = page.data?.controlledDocument
  const open = document?.openRevision?.status === 'DRAFT' ? document.openRevision.id : undefined
  const draft = useQuery(OneRevision, { variables: { id: open ?? '' }, skip: open === undefined })
  const revision = readFragment(RevisionParts, draft.data?.documentRevision)
  const base = useQuery(OneRevision, {
    variables: { id: revision?.base?.id ?? '' },
    skip: !revision?.base,
  })
  const before = readFragment(RevisionParts, base.data?.documentRevision)
  const error = page.error ?? draft.error ?? base.error
  if (error && !revision) return <FailureState error={error} onRetry={() => void page.refetch()} />
  if (document?.kind === 'GRADING_STANDARD')
    return (
      <EmptyState
        title={say('elsewhere')}
        action={
          <AppLink to={pagePath({ portal: 'customer-service', path: 'grading/standards/edit' })}>
            {say('standard')}
          </AppLink>
        }
      />
    )
  if (page.data && open === undefined) return <EmptyState title={say('none')} hint={say('noneHint')} />
  if (!revision || (revision.base && !before)) return <Loading />
  return (
    <Editor
      key={revision.id}
      documentId={id}
      number={document?.number ?? ''}
      revision={revision}
      base={before ?? null}
      departments={(page.data?.departments ?? []).filter(({ archivedAt }) => archivedAt === null)}
      onReload={() => Promise.all([page.refetch(), draft.refetch()])}
    />
  )
}

interface EditorProps {
  readonly documentId: string
  readonly number: string
  readonly revision: RevisionInFull
  readonly base: RevisionInFull | null
  readonly departments: readonly Department[]
  readonly onReload: () => Promise<unknown>
}

function Editor({ documentId, number, revision, base, departments, onReload }: EditorProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const notify = useNotify()
  const { routing } = useUi()
  const kept = useDraft<DocumentValues>(`document.${revision.id}`)
  const change = useFreshAct(ChangeDocument, onReload)
  const [typed, setTyped] = useState<Partial<DocumentValues>>({})
  useWorkTab(number, say('title', { label: revision.label }))
  const back = path(`documents/${documentId}?revision=${revision.id}`)
  const stored = valuesOf(revision)
  const values = { ...stored, ...kept.found, ...typed } as DocumentValues
  const count = base && countOf(base, values)
  return (
    <>
      <PageHeader
        title={say('title', { label: revision.label })}
        back={{ to: back, label: `${number} ${revision.title}` }}
        subtitle={
          base && count !== null ? (
            <span role="status">{say('count', { count, label: base.label })}</span>
          ) : undefined
        }
      />
      <DocumentForm
        verb={say('save')}
        isAmendment={revision.base !== null}
        departments={departments}
        initial={{ ...stored, ...kept.found, kind: revision.kind }}
        onChange={(now) => {
          setTyped(now)
          kept.keep(now)
        }}
        onSubmit={async (now) => {
          const { refused } = await change({
            revisionId: revision.id,
            expectedVersion: revision.version,
            ...inputOf(now),
            ...(now.changeReason ? { changeReason: now.changeReason } : {}),
          })
          if (refused) return refused
          kept.drop()
          await onReload()
          notify.done(say('saved'))
          routing.go(back)
          return undefined
        }}
        onCancel={() => {
          kept.drop()
          routing.go(back)
        }}
      />
    </>
  )
}

const valuesOf = (revision: RevisionInFull): Partial<DocumentValues> => ({
  kind: revision.kind,
  title: revision.title,
  ...(revision.executingDepartment ? { executingDepartmentId: revision.executingDepartment.id } : {}),
  ...(revision.supervisingDepartment ? { supervisingDepartmentId: revision.supervisingDepartment.id } : {}),
  ...(revision.editingDepartment ? { editingDepartmentId: revision.editingDepartment.id } : {}),
  effectiveOn: revision.effectiveOn,
  changeReason: revision.changeReason,
  clauses: (revision.clauses ?? []).map(({ heading, body }) => ({ heading, body })),
  limits: (revision.limits ?? []).map(({ role, cause, limitMinor }) => ({ role, cause, limitMinor })),
  rules: rulesOf(revision.rules ?? []),
})

/** Changed places so far; null while what is typed cannot be compared. */
const countOf = (base: RevisionInFull, values: DocumentValues): number | null => {
  const before = comparedOf(base)
  const content = parseContent(values.kind, inputOf(values).content)
  return before && content.ok
    ? changeCount(before, {
        kind: values.kind,
        title: values.title,
        executingDepartmentId: values.executingDepartmentId ?? null,
        supervisingDepartmentId: values.supervisingDepartmentId ?? null,
        editingDepartmentId: values.editingDepartmentId ?? null,
        content: content.value,
      })
    : null
}
