import { useApolloClient, useQuery } from '@apollo/client/react'
import {
  CASE_DOCUMENT_KINDS,
  DEFAULT_SIGNATURE_POLICY,
  DRAFTED_DOCUMENT_KINDS,
  grantsOf,
} from '@steward/domain'
import { graphql, readFragment } from '@steward/graphql-client'
import {
  FailureState,
  messages,
  useAct,
  useDraft,
  useMessages,
  usePortalPath,
  useViewer,
} from '@steward/portal'
import { Loading, PageHeader, useNotify, useUi } from '@steward/ui'
import { useSearchParams } from 'react-router'
import { VerbAnswer } from './document-documents.ts'
import { useAgreementOf } from './agreement-of-case.ts'
import { DraftDocument } from './document-mutations.ts'
import { DocumentForm, inputOf, type DocumentValues } from './document-form.tsx'

const Departments = graphql(/* GraphQL */ `
  query DepartmentsOfDocuments {
    departments {
      id
      name
      archivedAt
    }
  }
`)

const CaseToAgreeOn = graphql(/* GraphQL */ `
  query CaseToAgreeOn($id: ID!) {
    complaint(id: $id) {
      ...MatterOfAgreement
    }
  }
`)

const CaseOfNumber = graphql(/* GraphQL */ `
  query CaseOfAgreement($number: String!) {
    complaints(first: 1, filter: { number: $number }) {
      edges {
        node {
          id
          number
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '起草文件', en: 'Draft a document' },
  documents: { zh: '受控文件', en: 'Controlled documents' },
  save: { zh: '保存为草稿', en: 'Save as a draft' },
  saved: { zh: '草稿已保存', en: 'The draft is saved' },
  noCase: { zh: '没有这个编号的案件。', en: 'There is no case with this number.' },
})

/** The first revision of a new document. */
export function NewDocumentPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const notify = useNotify()
  const client = useApolloClient()
  const { routing } = useUi()
  const { staff, roles } = useViewer()
  const [params] = useSearchParams()
  const about = params.get('case')
  const draft = useDraft<DocumentValues>(about === null ? 'document.new' : `document.new.${about}`)
  const act = useAct(DraftDocument)
  const { data, error, refetch } = useQuery(Departments)
  const matter = useQuery(CaseToAgreeOn, { variables: { id: about ?? '' }, skip: about === null })
  const prefilled = useAgreementOf(matter.data?.complaint)
  if (matter.loading) return <Loading />
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  // Some draft documents of cases only.
  const kinds = grantsOf({ roles }, 'document:draft').includes('any')
    ? DRAFTED_DOCUMENT_KINDS.filter((kind) => kind !== 'GRADING_STANDARD')
    : CASE_DOCUMENT_KINDS
  const kind = kinds.find((it) => it === params.get('kind')) ?? kinds[0]!
  const caseOf = async (number: string) => {
    const found = await client.query({ query: CaseOfNumber, variables: { number } })
    return found.data?.complaints.edges.find(({ node }) => node.number === number)?.node.id
  }
  const submit = async (values: DocumentValues) => {
    const isOfCase = values.kind === 'SETTLEMENT_AGREEMENT'
    const complaintId = isOfCase ? await caseOf(values.caseNumber?.trim() ?? '') : undefined
    if (isOfCase && !complaintId) return { fields: { caseNumber: say('noCase') } }
    const { done, refused } = await act({
      kind: values.kind,
      ...(complaintId ? { complaintId } : {}),
      ...inputOf(values),
    })
    if (refused) return refused
    draft.drop()
    notify.done(say('saved'))
    const made = done && readFragment(VerbAnswer, done)
    if (made?.document) routing.go(path(`documents/${made.document.id}`))
    return undefined
  }
  const own = staff.department?.id
  return (
    <>
      <PageHeader title={say('title')} back={{ to: path('documents'), label: say('documents') }} />
      <DocumentForm
        verb={say('save')}
        kinds={kinds}
        isAmendment={false}
        departments={data.departments.filter(({ archivedAt }) => archivedAt === null)}
        initial={{
          kind,
          ...(own ? { editingDepartmentId: own } : {}),
          clauses: [{ heading: '', body: '' }],
          limits: [],
          rules: DEFAULT_SIGNATURE_POLICY.rules,
          ...prefilled,
          ...draft.found,
        }}
        onChange={draft.keep}
        onSubmit={submit}
        onCancel={() => routing.go(path('documents'))}
      />
    </>
  )
}
