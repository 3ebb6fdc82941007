import { useQuery } from '@apollo/client/react'
import { MEANING_LABELS, SIGNING_KIND_LABELS, SIGNING_STATE_LABELS } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { FailureState, messages, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Alert, AppLink, DescriptionList, EmptyState, Loading, PageHeader, Panel, Stack } from '@steward/ui'
import { useLocation, useParams } from 'react-router'
import { DayOf } from './day-of.tsx'
import { ControlTag, RevisionTag } from './document-tags.tsx'

const Printed = graphql(/* GraphQL */ `
  query PrintedForm($id: ID!) {
    signing(id: $id) {
      id
      kind
      state
      contentHash
      openedAt
      complaint {
        id
        number
      }
      documentRevision {
        id
        label
        status
        title
        document {
          id
          number
          controlStatus
          effectiveRevision {
            id
            label
          }
        }
      }
      steps {
        position
        meaning
        state
        signedBy
        endedAt
      }
    }
  }
`)

const texts = messages({
  title: { zh: '打印件核对', en: 'Check of a printed form' },
  gone: { zh: '没有这份签署内容', en: 'Nothing of that kind was signed' },
  goneHint: {
    zh: '二维码可能不完整，或您无权查看。',
    en: 'The code may be damaged, or it is not for you to read.',
  },
  same: {
    zh: '打印件的内容摘要与签署内容一致',
    en: 'The digest on the print is that of what was signed',
  },
  sameHint: {
    zh: '请再核对纸面文字与系统中的正文；摘要一致说明二维码来自这份签署内容。',
    en: 'Compare the words on paper with the content in the system too: the digest says which signed content the code belongs to.',
  },
  different: {
    zh: '打印件的内容摘要与签署内容不一致',
    en: 'The digest on the print is not that of what was signed',
  },
  differentHint: {
    zh: '这张纸不能作为依据，请从系统重新打印。',
    en: 'Do not rely on this paper; print it anew from the system.',
  },
  none: { zh: '地址中没有内容摘要，无法核对', en: 'The address has no digest: nothing to compare' },
  old: { zh: '这不是现行版本；现行版本为 {{label}}', en: 'This is not in force; {{label}} is' },
  ended: { zh: '这份文件已不再有效', en: 'This document is no longer in force' },
  what: { zh: '签署内容', en: 'What was signed' },
  document: { zh: '文件', en: 'Document' },
  case: { zh: '案件', en: 'Case' },
  revision: { zh: '版本', en: 'Revision' },
  state: { zh: '会签', en: 'Signing' },
  hash: { zh: '内容摘要', en: 'Digest' },
})

const HASH = /^#[0-9a-f]{64}$/

/** Where the code on a printed form leads: what it is the print of, whether it is that, and whether it still holds. */
export function PrintedPage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { id = '' } = useParams()
  const { hash } = useLocation()
  const { data, error, refetch } = useQuery(Printed, { variables: { id } })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { signing } = data
  if (!signing) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const { complaint, documentRevision: revision, contentHash, kind, state, steps } = signing
  const stated = HASH.test(hash) ? hash.slice(1) : undefined
  const document = revision?.document
  const inForce = document?.effectiveRevision
  return (
    <>
      <PageHeader title={say('title')} subtitle={sayWord(SIGNING_KIND_LABELS[kind])} />
      <Stack gap={4}>
        {stated === undefined ? (
          <Alert type="info" showIcon title={say('none')} />
        ) : stated === contentHash ? (
          <Alert type="success" showIcon title={say('same')} description={say('sameHint')} />
        ) : (
          <Alert type="error" showIcon title={say('different')} description={say('differentHint')} />
        )}
        {revision && inForce?.id !== revision.id && (
          <Alert
            type="warning"
            showIcon
            title={inForce ? say('old', { label: inForce.label }) : say('ended')}
          />
        )}
        <Panel title={say('what')}>
          <DescriptionList
            items={[
              ...(document && revision
                ? [
                    {
                      label: say('document'),
                      value: (
                        <AppLink to={path(`documents/${document.id}?revision=${revision.id}`)}>
                          {document.number} {revision.title}
                        </AppLink>
                      ),
                    },
                    {
                      label: say('revision'),
                      value: (
                        <>
                          {revision.label} <RevisionTag status={revision.status} />{' '}
                          <ControlTag status={document.controlStatus} />
                        </>
                      ),
                    },
                  ]
                : []),
              ...(complaint ? [{ label: say('case'), value: complaint.number }] : []),
              { label: say('state'), value: sayWord(SIGNING_STATE_LABELS[state]) },
              ...steps
                .filter(({ signedBy }) => signedBy !== null)
                .map(({ meaning, signedBy, endedAt }) => ({
                  label: sayWord(MEANING_LABELS[meaning]),
                  value: (
                    <>
                      {signedBy} {endedAt && <DayOf at={endedAt} />}
                    </>
                  ),
                })),
              { label: say('hash'), value: <code>{contentHash}</code>, wide: true },
            ]}
          />
        </Panel>
      </Stack>
    </>
  )
}
