import { useQuery } from '@apollo/client/react'
import { GRADING_DUE_CAUSE_LABELS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AppLink, Inline, Instant, Panel, Stack, StatusTag } from '@steward/ui'

const ClientGradeFragment = graphql(/* GraphQL */ `
  fragment ClientGradeOf on Client {
    id
    grade {
      grade
      publishedAt
      cycle
      evaluationId
    }
  }
`)

const GradingDueOfClient = graphql(/* GraphQL */ `
  query GradingDueOfClient($client: ID!) {
    gradingDue(first: 5, filter: { client: $client }) {
      edges {
        node {
          id
          cause
          at
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '客户等级', en: 'Grade' },
  none: { zh: '尚未评级', en: 'Not graded yet' },
  notGraded: { zh: '最新目录中未评出', en: 'The newest directory could not grade them' },
  why: { zh: '为什么', en: 'Why' },
  due: { zh: '应重新评级：', en: 'Due for another grading:' },
})

/** The grade that holds and whence it comes; nothing for those who do not see grades. */
export function ClientGrade(props: { readonly client: FragmentType<typeof ClientGradeFragment> }) {
  const client = readFragment(ClientGradeFragment, props.client)
  const say = useMessages(texts)
  const may = useMay()
  const path = usePortalPath()
  if (!client.grade) return null
  const { grade, cycle, publishedAt, evaluationId } = client.grade
  return (
    <Panel title={say('title')}>
      <Stack gap={2}>
        <Inline gap={3}>
          {grade ? (
            <StatusTag tone="primary">{grade}</StatusTag>
          ) : (
            <span className="st-quiet">{say(cycle ? 'notGraded' : 'none')}</span>
          )}
          {cycle && publishedAt && (
            <span className="st-quiet">
              {cycle} · <Instant at={publishedAt} show="absolute" />
            </span>
          )}
          {evaluationId && may('evaluation:read') && (
            <AppLink to={path(`grading/evaluations/${evaluationId}`)}>{say('why')}</AppLink>
          )}
        </Inline>
        {may('gradingDue:read') && <Due client={client.id} />}
      </Stack>
    </Panel>
  )
}

/** What has happened since that their grade does not know yet. */
function Due({ client }: { readonly client: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { data } = useQuery(GradingDueOfClient, { variables: { client }, fetchPolicy: 'cache-and-network' })
  const due = data?.gradingDue.edges.map(({ node }) => node) ?? []
  if (due.length === 0) return null
  return (
    <Inline gap={2}>
      <AppLink to={path('grading/due')}>{say('due')}</AppLink>
      {due.map(({ id, cause, at }) => (
        <span key={id}>
          <StatusTag tone="warn">{sayWord(GRADING_DUE_CAUSE_LABELS[cause])}</StatusTag> <Instant at={at} />
        </span>
      ))}
    </Inline>
  )
}
