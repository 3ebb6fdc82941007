import { CLIENT_KIND_LABELS, CLIENT_RELATION_LABELS } from '@steward/domain'
import { graphql, type FilingRowFragment } from '@steward/graphql-client'
import { messages, placesOf, useMay, useMessages, useSay, useViewer } from '@steward/portal'
import { Day, Inline, StatusTag, type Column } from '@steward/ui'
import { dayOf } from '../../zoned-time.ts'
import { toneOf, useTagName } from '../tags/tag-documents.ts'

export const FilingRow = graphql(/* GraphQL */ `
  fragment FilingRow on Client {
    id
    code
    name
    kind
    relation
    phoneMasked
    emailMasked
    createdAt
    archivedAt
    mergedInto {
      id
      code
    }
    openComplaintCount
    lastComplaintAt
    tags {
      id
      tag {
        id
        nameZh
        nameEn
        tone
      }
    }
    keyAccountManager {
      id
      name
    }
    occupancies {
      id
      toOn
      unit {
        id
        label
        project {
          id
          name
        }
      }
    }
  }
`)

const texts = messages({
  name: { zh: '客户', en: 'Client' },
  relation: { zh: '关系', en: 'Relation' },
  tags: { zh: '标签', en: 'Tags' },
  kind: { zh: '类别', en: 'Kind' },
  places: { zh: '房号', en: 'Units' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  manager: { zh: '专职客户经理', en: 'Key account manager' },
  openCases: { zh: '在办投诉', en: 'Open cases' },
  lastCase: { zh: '最近来件', en: 'Last case' },
  created: { zh: '建档', en: 'On file since' },
  archived: { zh: '已停用', en: 'Archived' },
  merged: { zh: '已并入 {{code}}', en: 'Merged into {{code}}' },
})

/** Shown to whoever has chosen nothing. */
export const USUAL_COLUMNS = ['places', 'phone', 'relation', 'tags', 'manager', 'openCases', 'lastCase']

/** All that a list of clients can show. */
export function useFilingColumns(): readonly Column<FilingRowFragment>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const cases = may('client:readCases')
  const nameOf = useTagName()
  const { timeZone } = useViewer().organization
  const day = (at: string) => <Day on={dayOf(new Date(at), timeZone)} />
  return [
    {
      key: 'name',
      title: say('name'),
      render: ({ name, code, archivedAt, mergedInto }) => (
        <>
          {name ?? code} {name && <span className="st-quiet">{code}</span>}{' '}
          {archivedAt && (
            <StatusTag>{mergedInto ? say('merged', { code: mergedInto.code }) : say('archived')}</StatusTag>
          )}
        </>
      ),
    },
    { key: 'places', title: say('places'), render: (row) => placesOf(row) || '—' },
    { key: 'phone', title: say('phone'), width: '130px', render: ({ phoneMasked }) => phoneMasked ?? '—' },
    { key: 'email', title: say('email'), render: ({ emailMasked }) => emailMasked ?? '—' },
    {
      key: 'relation',
      title: say('relation'),
      width: '120px',
      card: 'tag',
      render: ({ relation }) => (
        <StatusTag tone="primary">{sayWord(CLIENT_RELATION_LABELS[relation])}</StatusTag>
      ),
    },
    ...(may('client:readName')
      ? [
          {
            key: 'tags',
            title: say('tags'),
            width: '180px',
            render: ({ tags }: FilingRowFragment) =>
              (tags ?? []).length === 0 ? (
                '—'
              ) : (
                <Inline gap={1}>
                  {tags?.map(
                    ({ id, tag }) =>
                      tag && (
                        <StatusTag key={id} tone={toneOf(tag.tone)}>
                          {nameOf(tag)}
                        </StatusTag>
                      ),
                  )}
                </Inline>
              ),
          },
        ]
      : []),
    {
      key: 'kind',
      title: say('kind'),
      width: '90px',
      render: ({ kind }) => sayWord(CLIENT_KIND_LABELS[kind]),
    },
    {
      key: 'manager',
      title: say('manager'),
      width: '150px',
      minor: true,
      card: 'hidden',
      render: ({ keyAccountManager }) => keyAccountManager?.name ?? '—',
    },
    ...(cases
      ? [
          {
            key: 'openCases',
            title: say('openCases'),
            width: '100px',
            align: 'end' as const,
            render: ({ openComplaintCount }: FilingRowFragment) => openComplaintCount ?? '—',
          },
          {
            key: 'lastCase',
            title: say('lastCase'),
            width: '150px',
            minor: true,
            card: 'hidden' as const,
            render: ({ lastComplaintAt }: FilingRowFragment) =>
              lastComplaintAt ? day(lastComplaintAt) : '—',
          },
        ]
      : []),
    {
      key: 'created',
      title: say('created'),
      width: '150px',
      minor: true,
      render: ({ createdAt }) => day(createdAt),
    },
  ]
}
