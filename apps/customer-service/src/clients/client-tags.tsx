import {
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  type ClientKind,
  type ClientRelation,
} from '@steward/domain'
import { useSay } from '@steward/portal'
import { Inline, StatusTag } from '@steward/ui'

/** Who a client is, and how they stand to the property. */
export function ClientTags({
  kind,
  relation,
}: {
  readonly kind: ClientKind
  readonly relation: ClientRelation
}) {
  const say = useSay()
  return (
    <Inline gap={2}>
      <StatusTag tone="primary">{say(CLIENT_RELATION_LABELS[relation])}</StatusTag>
      <StatusTag>{say(CLIENT_KIND_LABELS[kind])}</StatusTag>
    </Inline>
  )
}
