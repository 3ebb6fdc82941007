import { useQuery } from '@apollo/client/react'
import { FailureState, messages, useLiveTypes, useMessages, usePortalPath } from '@steward/portal'
import {
  AppLink,
  EmptyState,
  FilterBar,
  FilterField,
  Inline,
  Instant,
  Loading,
  Select,
  Stack,
} from '@steward/ui'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { EvaluationList } from './evaluation-list.tsx'
import { GradeSharesPanel } from './grade-shares.tsx'
import { GradingCyclePageDocument, GradingCycles } from './grading-documents.ts'
import { GradingHeader } from '../grading-header.tsx'

const texts = messages({
  subtitle: {
    zh: '已签核发布的客户分级目录：客户的等级以最新发布的为准',
    en: 'The signed and published directories: of several that name a client the newest holds',
  },
  which: { zh: '目录', en: 'Directory' },
  none: { zh: '还没有发布过目录', en: 'No directory was published yet' },
  noneHint: { zh: '评估周期批准后即可发布。', en: 'A cycle that is approved can be published.' },
  published: { zh: '发布于', en: 'Published' },
  open: { zh: '签核与依据', en: 'Signatures and standard' },
})

/** The directory that holds, and those before it. */
export function DirectoryPage() {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(GradingCycles, {
    variables: { filter: { status: ['PUBLISHED'] }, first: 50 },
    fetchPolicy: 'cache-and-network',
  })
  useLiveTypes(['GradingCycle'], () => void refetch())
  const [params, setParams] = useSearchParams()
  const published = (data?.gradingCycles.edges.map(({ node }) => node) ?? []).toSorted((one, other) =>
    (other.publishedAt ?? '').localeCompare(one.publishedAt ?? ''),
  )
  const chosen = published.find(({ id }) => id === params.get('cycle')) ?? published[0]
  return (
    <Stack gap={4}>
      <GradingHeader current="directory" subtitle={say('subtitle')} />
      {!data ? (
        error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : !chosen ? (
        <EmptyState title={say('none')} hint={say('noneHint')} />
      ) : (
        <>
          <FilterBar label={say('which')} active={0} onClear={() => setParams({}, { replace: true })}>
            <FilterField label={say('which')}>
              <Select
                aria-label={say('which')}
                style={{ width: 320, maxWidth: '100%' }}
                value={chosen.id}
                popupMatchSelectWidth={false}
                options={published.map(({ id, name, number }) => ({
                  value: id,
                  label: `${name} (${number})`,
                }))}
                onChange={(id: string) => setParams({ cycle: id }, { replace: true })}
              />
            </FilterField>
          </FilterBar>
          <Directory key={chosen.id} id={chosen.id} />
        </>
      )}
    </Stack>
  )
}

function Directory({ id }: { readonly id: string }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const [project, setProject] = useState<string | undefined>()
  const { data, error, refetch } = useQuery(GradingCyclePageDocument, { variables: { id } })
  const cycle = data?.gradingCycle
  if (!cycle) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <>
      <Inline gap={3}>
        {cycle.publishedAt && (
          <span className="st-quiet">
            {say('published')} <Instant at={cycle.publishedAt} show="absolute" /> {cycle.publishedBy?.name}
          </span>
        )}
        <AppLink to={path(`grading/cycles/${id}`)}>{say('open')}</AppLink>
      </Inline>
      <GradeSharesPanel
        cycleId={id}
        grades={cycle.grades}
        version={cycle.version}
        project={project}
        onProject={setProject}
      />
      <EvaluationList cycleId={id} grades={cycle.grades} project={project} />
    </>
  )
}
