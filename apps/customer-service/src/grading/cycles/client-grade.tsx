import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { AppLink, Inline, Instant, Panel, StatusTag } from '@steward/ui'

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

const texts = messages({
  title: { zh: '客户等级', en: 'Grade' },
  none: { zh: '尚未评级', en: 'Not graded yet' },
  notGraded: { zh: '最新目录中未评出', en: 'The newest directory could not grade them' },
  why: { zh: '为什么', en: 'Why' },
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
    </Panel>
  )
}
