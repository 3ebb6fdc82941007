import { useQuery } from '@apollo/client/react'
import { IMPORT_KIND_LABELS, IMPORT_KINDS, ROWS_BY_ONE, type ImportKind } from '@steward/domain'
import { graphql } from '@steward/graphql-client'
import { messages, useFreshAct, useMessages, useSay } from '@steward/portal'
import { Button, Columns, InputNumber, Panel, Stack, useNotify } from '@steward/ui'
import { useState } from 'react'

const ImportPolicies = graphql(/* GraphQL */ `
  query ImportPolicies {
    importPolicies {
      id
      kind
      rowsByOne
      version
    }
  }
`)
const SetImportPolicy = graphql(/* GraphQL */ `
  mutation SetImportPolicy($input: SetImportPolicyInput!) {
    setImportPolicy(input: $input) {
      ... on ImportPolicy {
        id
        kind
        rowsByOne
        version
      }
      ... on UserError {
        code
        message
      }
      ... on InvalidInputError {
        fields {
          path
          message
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '几行以上须由第二人复核写入', en: 'From how many rows on a second person applies' },
  hint: {
    zh: '超过这个行数，试运行的人不能自己写入。填 0 表示总要第二人。',
    en: 'Above this, whoever looked does not apply. 0: always two people.',
  },
  set: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  failed: { zh: '没有保存', en: 'It was not saved' },
})

/** The row of the policy for each kind, and the way to change it. */
export function ImportPolicy() {
  const say = useMessages(texts)
  const { data, refetch } = useQuery(ImportPolicies)
  if (!data) return null
  const policyOf = (kind: ImportKind): Policy =>
    data.importPolicies.find((policy) => policy.kind === kind) ?? { rowsByOne: ROWS_BY_ONE[kind], version: 0 }
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        <span className="st-quiet">{say('hint')}</span>
        <Columns min={220} gap={3}>
          {IMPORT_KINDS.map((kind) => (
            <PolicyOf key={kind} kind={kind} policy={policyOf(kind)} onSet={refetch} />
          ))}
        </Columns>
      </Stack>
    </Panel>
  )
}

interface Policy {
  readonly rowsByOne: number
  readonly version: number
}

interface PolicyOfProps {
  readonly kind: ImportKind
  readonly policy: Policy
  readonly onSet: () => Promise<unknown>
}

function PolicyOf({ kind, policy: { rowsByOne: rows, version }, onSet }: PolicyOfProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const setPolicy = useFreshAct(SetImportPolicy, onSet)
  const [wanted, setWanted] = useState<number | null>(rows)
  const save = async (rowsByOne: number): Promise<void> => {
    const { done, refused } = await setPolicy({ kind, rowsByOne, expectedVersion: version })
    if (!done) return notify.failed(refused?.message ?? say('failed'))
    notify.done(say('saved'))
    await onSet()
  }
  return (
    <label className="st-stack" style={{ gap: 4 }}>
      <span className="st-small">{sayWord(IMPORT_KIND_LABELS[kind])}</span>
      <span style={{ display: 'flex', gap: 4 }}>
        <InputNumber<number> min={0} max={1_000_000} precision={0} value={wanted} onChange={setWanted} />
        {wanted !== null && wanted !== rows && (
          <Button onClick={() => void save(wanted)}>{say('set')}</Button>
        )}
      </span>
    </label>
  )
}
