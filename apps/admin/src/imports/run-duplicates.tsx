import { useQuery } from '@apollo/client/react'
import {
  DUPLICATE_CHOICE_LABELS,
  DUPLICATE_CHOICES,
  DUPLICATE_GROUND_LABELS,
  type DuplicateChoice,
} from '@steward/domain'
import { graphql, type ImportDuplicatesQuery, type ImportRunPartsFragment } from '@steward/graphql-client'
import { FailureState, messages, useAct, useMay, useMessages, useSay } from '@steward/portal'
import { Choice, DataTable, Panel, Select, Stack, useIsPhone, useNotify, type Column } from '@steward/ui'

const PAGE = 30

const ImportDuplicates = graphql(/* GraphQL */ `
  query ImportDuplicates($id: ID!, $first: Int!, $after: String) {
    importRun(id: $id) {
      id
      duplicates(first: $first, after: $after) {
        edges {
          node {
            id
            line
            ground
            nameMasked
            choice
            client {
              id
              code
              name
              phoneMasked
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)
const ChooseImportDuplicate = graphql(/* GraphQL */ `
  mutation ChooseImportDuplicate($input: ChooseImportDuplicateInput!) {
    chooseImportDuplicate(input: $input) {
      ... on ImportDuplicate {
        id
        choice
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  title: { zh: '可能已有的客户', en: 'Likely on file' },
  all: { zh: '未逐行选择的，一律', en: 'All that are not decided singly' },
  list: { zh: '疑似重复，按行号', en: 'Likely duplicates by line' },
  line: { zh: '行', en: 'Line' },
  row: { zh: '文件中', en: 'In the file' },
  client: { zh: '系统中', en: 'On file' },
  ground: { zh: '依据', en: 'Because' },
  choice: { zh: '处理', en: 'What to do' },
  choiceOf: { zh: '第 {{line}} 行的处理', en: 'What to do with line {{line}}' },
  asAll: { zh: '同上', en: 'As for all' },
})

type Duplicate = NonNullable<ImportDuplicatesQuery['importRun']>['duplicates']['edges'][number]['node']

interface RunDuplicatesProps {
  readonly run: ImportRunPartsFragment
  readonly choice: DuplicateChoice
  readonly onChoice: (choice: DuplicateChoice) => void
}

/** Rows that seem to be about somebody on file: what to do with all of them, and with single ones. */
export function RunDuplicates({ run, choice, onChoice }: RunDuplicatesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const phone = useIsPhone()
  const columns = useColumns(run)
  const { data, error, loading, refetch, fetchMore } = useQuery(ImportDuplicates, {
    variables: { id: run.id, first: PAGE },
    notifyOnNetworkStatusChange: true,
  })
  const found = data?.importRun?.duplicates
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        {run.appliedAt === null && (
          <div className="st-inline" style={{ gap: 8 }}>
            <span>{say('all')}</span>
            <Choice
              label={say('all')}
              options={DUPLICATE_CHOICES.map((value) => ({
                value,
                label: sayWord(DUPLICATE_CHOICE_LABELS[value]),
              }))}
              value={choice}
              onChange={onChoice}
            />
          </div>
        )}
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <div style={phone ? {} : { marginInline: -16 }}>
            <DataTable
              label={say('list')}
              columns={columns}
              rows={found?.edges.map(({ node }) => node)}
              rowKey={({ id }) => id}
              more={
                found?.pageInfo.hasNextPage
                  ? {
                      loading,
                      onLoad: () => void fetchMore({ variables: { after: found.pageInfo.endCursor } }),
                    }
                  : undefined
              }
            />
          </div>
        )}
      </Stack>
    </Panel>
  )
}

function useColumns({ appliedAt }: ImportRunPartsFragment): readonly Column<Duplicate>[] {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const notify = useNotify()
  const choose = useAct(ChooseImportDuplicate)
  const decide = async (duplicateId: string, choice: DuplicateChoice | null): Promise<void> => {
    const { refused } = await choose({ duplicateId, choice })
    if (refused?.message) notify.failed(refused.message)
  }
  const mayChoose = may('import:choose') && appliedAt === null
  return [
    { key: 'line', title: say('line'), width: '80px', render: ({ line }) => line },
    { key: 'row', title: say('row'), render: ({ nameMasked }) => nameMasked },
    {
      key: 'client',
      title: say('client'),
      render: ({ client }) =>
        client && `${client.name} · ${client.code}${client.phoneMasked ? ` · ${client.phoneMasked}` : ''}`,
    },
    { key: 'ground', title: say('ground'), render: ({ ground }) => sayWord(DUPLICATE_GROUND_LABELS[ground]) },
    {
      key: 'choice',
      title: say('choice'),
      width: '180px',
      render: ({ id, line, choice }) =>
        mayChoose ? (
          <Select
            aria-label={say('choiceOf', { line })}
            style={{ width: '100%' }}
            value={choice ?? ''}
            options={[
              { value: '', label: say('asAll') },
              ...DUPLICATE_CHOICES.map((value) => ({
                value,
                label: sayWord(DUPLICATE_CHOICE_LABELS[value]),
              })),
            ]}
            onChange={(value: DuplicateChoice | '') => void decide(id, value === '' ? null : value)}
          />
        ) : choice === null ? (
          say('asAll')
        ) : (
          sayWord(DUPLICATE_CHOICE_LABELS[choice])
        ),
    },
  ]
}
