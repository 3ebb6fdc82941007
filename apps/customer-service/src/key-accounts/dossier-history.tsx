import { DOSSIER_HEAD_LABELS, type DossierHead } from '@steward/domain'
import type { DossierPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, usePercent, useSay } from '@steward/portal'
import { ChangeTable, Disclosure, Instant, Stack } from '@steward/ui'
import { Competition } from './competition.tsx'
import { DossierHeadsList, isSealedHead } from './dossier-heads.tsx'

const texts = messages({
  version: { zh: '第 {{ordinal}} 版', en: 'Version {{ordinal}}' },
  count: { zh: '{{count}} 处变动', en: { one: '{{count}} change', other: '{{count}} changes' } },
  first: { zh: '首次上报', en: 'The first' },
  same: { zh: '与上一版相同', en: 'The same as the version before' },
  changes: { zh: '与上一版的不同', en: 'Different from the version before' },
  what: { zh: '项目', en: 'What' },
  before: { zh: '上一版', en: 'Before' },
  after: { zh: '本版', en: 'After' },
  wasSealed: { zh: '已登记（加密）', en: 'On file, sealed' },
  sealed: { zh: '已变动（加密，不显示）', en: 'Changed; sealed' },
  competition: { zh: '竞争情况', en: 'Competition' },
  us: { zh: '我方', en: 'We' },
  whole: { zh: '整份档案', en: 'The whole dossier' },
})

/** All versions, the newest first: who returned it when, and what was different from then on. */
export function DossierHistory({ versions }: { readonly versions: readonly DossierPartsFragment[] }) {
  const say = useMessages(texts)
  return (
    <Stack gap={3}>
      {versions.map((version, at) => {
        const before = versions[at + 1]
        const { id, ordinal, recordedBy, recordedAt, changedParts } = version
        return (
          <Disclosure
            key={id}
            open={at === 0}
            summary={
              <>
                <span className="st-strong">{say('version', { ordinal })}</span> · {recordedBy?.name} ·{' '}
                <Instant at={recordedAt} /> ·{' '}
                <span className="st-quiet">
                  {before ? say('count', { count: changedParts.length }) : say('first')}
                </span>
              </>
            }
          >
            {() => (
              <Stack gap={3}>
                {before && <Differences before={before} after={version} />}
                <Disclosure summary={say('whole')} open={!before}>
                  {() => (
                    <Stack gap={3}>
                      <DossierHeadsList version={version} />
                      <Competition version={version} />
                    </Stack>
                  )}
                </Disclosure>
              </Stack>
            )}
          </Disclosure>
        )
      })}
    </Stack>
  )
}

interface DifferencesProps {
  readonly before: DossierPartsFragment
  readonly after: DossierPartsFragment
}

function Differences({ before, after }: DifferencesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const percent = usePercent()
  if (after.changedParts.length === 0) return <p className="st-quiet">{say('same')}</p>
  const competition = ({ ourShareBasisPoints, rivals }: DossierPartsFragment) =>
    [{ name: say('us'), shareBasisPoints: ourShareBasisPoints }, ...(rivals ?? [])]
      .map(({ name, shareBasisPoints }) =>
        shareBasisPoints === null ? name : `${name} ${percent(shareBasisPoints)}`,
      )
      .join(' · ')
  const row = (head: DossierHead) => {
    const words = (version: DossierPartsFragment, sentence: string) =>
      isSealedHead(head) ? (version.onFile.includes(head) ? sentence : null) : version[head]
    return {
      key: head,
      label: sayWord(DOSSIER_HEAD_LABELS[head]),
      before: words(before, say('wasSealed')),
      after: words(after, say('sealed')),
    }
  }
  return (
    <ChangeTable
      label={say('changes')}
      heads={{ what: say('what'), before: say('before'), after: say('after') }}
      rows={after.changedParts.map((part) =>
        part === 'competition'
          ? {
              key: part,
              label: say('competition'),
              before: competition(before),
              after: competition(after),
            }
          : row(part),
      )}
    />
  )
}
