import { useQuery } from '@apollo/client/react'
import { ERASURE_BLOCK_LABELS, ERASURE_GOES_LABELS, ERASURE_STAYS_RULES } from '@steward/domain'
import { Alert, Day, DescriptionList, Loading, Panel, Stack } from '@steward/ui'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { ErasurePreview } from './subject-request-documents.ts'

const texts = messages({
  title: { zh: '删除预览', en: 'What an erasure would do' },
  blocked: { zh: '暂不能删除', en: 'Not yet: something is in the way' },
  free: {
    zh: '没有妨碍删除的事项。由两人签署销毁记录后立即执行，无法恢复。',
    en: 'Nothing is in the way. Signed by two, it is carried out at once and cannot be undone.',
  },
  goes: { zh: '删除', en: 'Goes' },
  stays: { zh: '以客户编号代替姓名保留', en: 'Stays, under the code instead of the name' },
  count: { zh: '{{count}} 项', en: { one: '{{count}}', other: '{{count}}' } },
  stay: { zh: '{{what}}（{{count}} 项）', en: '{{what}} ({{count}})' },
  copies: { zh: '仍在外的受控副本，删除后立即催收', en: 'Copies that somebody has; asked back at once' },
  copy: { zh: '{{holder}} 保管，应于', en: 'with {{holder}}, due' },
  sources: {
    zh: '仍含其资料的导入文件，须另行监销',
    en: 'Files of imports that still hold them; destroy these, too',
  },
  source: { zh: '{{custodian}} 保管，最迟', en: 'with {{custodian}}, until' },
})

/** Before anybody signs: what goes, what stays and why, what is in the way. */
export function ErasurePanel({ subjectRequestId }: { readonly subjectRequestId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { data, error, refetch } = useQuery(ErasurePreview, {
    variables: { subjectRequestId },
    fetchPolicy: 'cache-and-network',
  })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const { blocks, goes, stays, copies, sources } = data.erasurePreview
  return (
    <Panel title={say('title')}>
      <Stack gap={4}>
        {blocks.length > 0 ? (
          <Alert
            type="warning"
            showIcon
            title={say('blocked')}
            description={
              <ul>
                {blocks.map(({ kind, number }) => (
                  <li key={`${kind} ${number}`}>
                    {sayWord(ERASURE_BLOCK_LABELS[kind])} <code>{number}</code>
                  </li>
                ))}
              </ul>
            }
          />
        ) : (
          <Alert type="info" showIcon title={say('free')} />
        )}
        <section>
          <p className="st-strong">{say('goes')}</p>
          <DescriptionList
            items={goes.map(({ what, count }) => ({
              label: sayWord(ERASURE_GOES_LABELS[what]),
              value: say('count', { count }),
            }))}
          />
        </section>
        <section>
          <p className="st-strong">{say('stays')}</p>
          <DescriptionList
            items={stays.map(({ what, count }) => ({
              label: say('stay', { what: sayWord(ERASURE_STAYS_RULES[what].label), count }),
              value: sayWord(ERASURE_STAYS_RULES[what].why),
            }))}
          />
        </section>
        {copies.length > 0 && (
          <section>
            <p className="st-strong">{say('copies')}</p>
            <DescriptionList
              items={copies.map(({ number, holder, dueOn }) => ({
                label: number,
                value: (
                  <>
                    {say('copy', { holder })} <Day on={dueOn} />
                  </>
                ),
              }))}
            />
          </section>
        )}
        {sources.length > 0 && (
          <section>
            <p className="st-strong">{say('sources')}</p>
            <DescriptionList
              items={sources.map(({ name, custodian, destroyBy }) => ({
                label: name,
                value: (
                  <>
                    {say('source', { custodian })} <Day on={destroyBy} />
                  </>
                ),
              }))}
            />
          </section>
        )}
      </Stack>
    </Panel>
  )
}
