import { SIGNING_KIND_LABELS, SIGNING_STATE_LABELS } from '@steward/domain'
import {
  graphql,
  readFragment,
  type ComplaintSigningsFragment,
  type FragmentType,
} from '@steward/graphql-client'
import { messages, SIGNING_TONES, SigningWay, useMessages, useSay } from '@steward/portal'
import { Fold, Inline, Instant, Panel, Stack, StatusTag } from '@steward/ui'

export const ComplaintSigningsParts = graphql(/* GraphQL */ `
  fragment ComplaintSignings on Complaint {
    id
    signings {
      id
      kind
      state
      openedAt
      ...SigningWay
    }
  }
`)

const texts = messages({
  title: { zh: '签核经过', en: 'The way of its signatures' },
  earlier: { zh: '此前的签核（{{count}}）', en: 'Earlier signings ({{count}})' },
})

/** Who prepared, reviewed and approved what on this case, and whom it waits for. */
export function ComplaintSignings({
  complaint,
}: {
  readonly complaint: FragmentType<typeof ComplaintSigningsParts>
}) {
  const say = useMessages(texts)
  const { signings } = readFragment(ComplaintSigningsParts, complaint)
  // Newest first: of each kind the newest is what counts, the others are how it came to it.
  const latest = signings.filter((it, at) => signings.findIndex(({ kind }) => kind === it.kind) === at)
  const earlier = signings.filter((it) => !latest.includes(it))
  if (latest.length === 0) return null
  return (
    <Panel title={say('title')}>
      <Stack gap={5}>
        {latest.map((signing) => (
          <Round key={signing.id} signing={signing} />
        ))}
        {earlier.length > 0 && (
          <Fold title={say('earlier', { count: earlier.length })}>
            <Stack gap={5}>
              {earlier.map((signing) => (
                <Round key={signing.id} signing={signing} />
              ))}
            </Stack>
          </Fold>
        )}
      </Stack>
    </Panel>
  )
}

type Signing = ComplaintSigningsFragment['signings'][number]

function Round({ signing }: { readonly signing: Signing }) {
  const sayWord = useSay()
  const { kind, state, openedAt } = signing
  return (
    <Stack gap={3}>
      <Inline gap={2}>
        <span className="st-strong">{sayWord(SIGNING_KIND_LABELS[kind])}</span>
        <StatusTag tone={SIGNING_TONES[state]} dot={state === 'OPEN'}>
          {sayWord(SIGNING_STATE_LABELS[state])}
        </StatusTag>
        <span className="st-quiet st-small">
          <Instant at={openedAt} />
        </span>
      </Inline>
      <SigningWay signing={signing} />
    </Stack>
  )
}
