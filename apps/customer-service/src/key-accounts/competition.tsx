import type { DossierPartsFragment } from '@steward/graphql-client'
import { messages, useMessages, usePercent } from '@steward/portal'
import { Comparison, SpanBar, Stack, type Tone } from '@steward/ui'

const texts = messages({
  map: { zh: '各家份额', en: 'Shares' },
  rivals: { zh: '竞争对手', en: 'Rivals' },
  us: { zh: '我方', en: 'We' },
  unknown: { zh: '其他或不明', en: 'Others or unknown' },
  none: { zh: '没有登记竞争对手。', en: 'No rivals are on file.' },
  strengths: { zh: '长处：', en: 'Strengths: ' },
  weaknesses: { zh: '短处：', en: 'Weaknesses: ' },
})

const WHOLE = 10_000
const TONES: readonly Tone[] = ['warn', 'bad', 'seal', 'neutral']

/** Who else serves the account: shares drawn side by side, and what each is good and bad at. */
export function Competition({ version }: { readonly version: DossierPartsFragment }) {
  const say = useMessages(texts)
  const percent = usePercent()
  const { ourShareBasisPoints } = version
  const rivals = version.rivals ?? []
  if (rivals.length === 0 && ourShareBasisPoints === null) return <p className="st-quiet">{say('none')}</p>
  const known = [
    ...(ourShareBasisPoints === null
      ? []
      : [{ key: 'us', label: say('us'), tone: 'primary' as Tone, basisPoints: ourShareBasisPoints }]),
    ...rivals.flatMap(({ name, shareBasisPoints }, at) =>
      shareBasisPoints === null
        ? []
        : [{ key: `${at}`, label: name, tone: TONES[at % TONES.length]!, basisPoints: shareBasisPoints }],
    ),
  ]
  const rest = WHOLE - known.reduce((sum, { basisPoints }) => sum + basisPoints, 0)
  const parts =
    rest > 0
      ? [...known, { key: 'rest', label: say('unknown'), tone: 'neutral' as Tone, basisPoints: rest }]
      : known
  return (
    <Stack gap={3}>
      {known.length > 0 && (
        <SpanBar
          label={say('map')}
          parts={parts.map(({ basisPoints, ...part }) => ({
            ...part,
            share: basisPoints / WHOLE,
            note: percent(basisPoints),
          }))}
        />
      )}
      {rivals.length > 0 && (
        <Comparison
          label={say('rivals')}
          items={rivals.map(({ name, shareBasisPoints, strengths, weaknesses }, at) => ({
            key: `${at}`,
            mark: `${at + 1}`,
            title: name,
            figure: shareBasisPoints === null ? undefined : percent(shareBasisPoints),
            children: (
              <Stack gap={1}>
                {strengths && (
                  <span>
                    <span className="st-quiet">{say('strengths')}</span>
                    {strengths}
                  </span>
                )}
                {weaknesses && (
                  <span>
                    <span className="st-quiet">{say('weaknesses')}</span>
                    {weaknesses}
                  </span>
                )}
              </Stack>
            ),
          }))}
        />
      )}
    </Stack>
  )
}
