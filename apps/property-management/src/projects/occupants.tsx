import {
  CLIENT_ACTION_LABELS,
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  isPresent,
  RECEPTION_ACTION_LABELS,
} from '@steward/domain'
import {
  graphql,
  readFragment,
  type FragmentType,
  type SiteStayFragment as Stay,
} from '@steward/graphql-client'
import { messages, useMay, useMessages, usePortalPath, useSay, useToday } from '@steward/portal'
import {
  AddIcon,
  Button,
  Card,
  Cards,
  Day,
  EditIcon,
  Fold,
  Inline,
  Panel,
  Sheet,
  Stack,
  StatusTag,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { ClientPhone } from '../complaints/contact-phone.tsx'
import { MoveInForm } from './move-in-form.tsx'
import { MoveOutForm } from './move-out-form.tsx'
import { PhoneForm } from './phone-form.tsx'

export const SiteStayFragment = graphql(/* GraphQL */ `
  fragment SiteStay on ClientOccupancy {
    id
    version
    relation
    fromOn
    toOn
    movedInOn
    shareBasisPoints
    client {
      id
      version
      code
      kind
      name
      phoneMasked
    }
  }
`)

const texts = messages({
  occupants: { zh: '住户', en: 'Occupants' },
  none: { zh: '没有登记的住户', en: 'Nobody is registered here' },
  since: { zh: '自', en: 'since' },
  movedIn: { zh: '入住', en: 'moved in' },
  addPhone: { zh: '补登电话', en: 'Add their phone' },
  share: { zh: '份额 {{share}}%', en: 'share {{share}}%' },
  former: { zh: '以前的业主和住户（{{count}}）', en: 'Former owners and occupants ({{count}})' },
})

interface OccupantsProps {
  readonly unit: { readonly id: string; readonly label: string }
  readonly stays: readonly FragmentType<typeof SiteStayFragment>[]
}

/** Who owns or uses a unit now, and who once did; moving in and out is recorded here, at the door. */
export function Occupants({ unit, stays }: OccupantsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const today = useToday()
  const [movingIn, setMovingIn] = useState(false)
  const [leaving, setLeaving] = useState<Stay>()
  const [telling, setTelling] = useState<Stay['client']>(null)
  const all = stays
    .map((stay) => readFragment(SiteStayFragment, stay))
    .filter(({ client }) => client !== null)
  const present = all.filter((stay) => isPresent(stay, today))
  const former = all.filter((stay) => !isPresent(stay, today))
  const verb = sayWord(CLIENT_ACTION_LABELS.recordOccupancy)
  const close = () => {
    setMovingIn(false)
    setLeaving(undefined)
    setTelling(null)
  }
  return (
    <Panel
      title={say('occupants')}
      actions={
        may('client:recordOccupancy') && (
          <Button icon={<AddIcon aria-hidden />} onClick={() => setMovingIn(true)}>
            {verb}
          </Button>
        )
      }
    >
      <Stack gap={3}>
        {present.length === 0 && <span className="st-quiet">{say('none')}</span>}
        <Cards label={say('occupants')} min={280}>
          {present.map((stay) => (
            <PresentStay
              key={stay.id}
              stay={stay}
              onPhone={may('client:amend') ? setTelling : undefined}
              onLeave={may('client:endOccupancy') && stay.toOn === null ? () => setLeaving(stay) : undefined}
            />
          ))}
        </Cards>
        {former.length > 0 && (
          <Fold title={say('former', { count: former.length })}>
            <Stack gap={2}>
              {former.map((stay) => (
                <Inline key={stay.id} gap={2}>
                  <span className="st-strong">{nameOf(stay)}</span>
                  <span className="st-quiet">{sayWord(CLIENT_RELATION_LABELS[stay.relation])}</span>
                  <span className="st-quiet st-small">
                    <Day on={stay.fromOn} /> – {stay.toOn && <Day on={stay.toOn} />}
                  </span>
                </Inline>
              ))}
            </Stack>
          </Fold>
        )}
      </Stack>
      <Sheet open={movingIn} title={`${verb} · ${unit.label}`} onClose={close}>
        <MoveInForm unitId={unit.id} onDone={close} />
      </Sheet>
      <Sheet
        open={leaving !== undefined}
        title={`${sayWord(CLIENT_ACTION_LABELS.endOccupancy)} · ${unit.label}`}
        onClose={close}
      >
        {leaving && <MoveOutForm stay={leaving} onDone={close} />}
      </Sheet>
      <Sheet open={telling !== null} title={`${say('addPhone')} · ${unit.label}`} onClose={close}>
        {telling && <PhoneForm client={telling} onDone={close} />}
      </Sheet>
    </Panel>
  )
}

export const nameOf = ({ client }: Pick<Stay, 'client'>): string => client?.name ?? client?.code ?? ''

interface PresentStayProps {
  readonly stay: Stay
  readonly onPhone: ((client: Stay['client']) => void) | undefined
  readonly onLeave: (() => void) | undefined
}

function PresentStay({ stay, onPhone, onLeave }: PresentStayProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { routing } = useUi()
  const { client, relation, fromOn, movedInOn, shareBasisPoints } = stay
  if (!client) return null
  const verb = sayWord(CLIENT_ACTION_LABELS.endOccupancy)
  const note = sayWord(RECEPTION_ACTION_LABELS.record)
  return (
    <Card
      lead={nameOf(stay)}
      tag={<StatusTag tone="primary">{sayWord(CLIENT_RELATION_LABELS[relation])}</StatusTag>}
      actions={
        <>
          {may('reception:record') && (
            <Button
              icon={<EditIcon aria-hidden />}
              aria-label={`${note} ${nameOf(stay)}`}
              onClick={() => routing.go(`${path('receptions/new')}?client=${client.id}`)}
            >
              {note}
            </Button>
          )}
          {onPhone && client.phoneMasked === null && (
            <Button onClick={() => onPhone(client)} aria-label={`${say('addPhone')} ${nameOf(stay)}`}>
              {say('addPhone')}
            </Button>
          )}
          {onLeave && (
            <Button onClick={onLeave} aria-label={`${verb} ${nameOf(stay)}`}>
              {verb}
            </Button>
          )}
        </>
      }
    >
      <ClientPhone clientId={client.id} masked={client.phoneMasked} />
      <Inline gap={2}>
        <span className="st-quiet">{sayWord(CLIENT_KIND_LABELS[client.kind])}</span>
        <span className="st-quiet">
          {say('since')} <Day on={fromOn} />
          {movedInOn && (
            <>
              {' · '}
              {say('movedIn')} <Day on={movedInOn} />
            </>
          )}
          {shareBasisPoints !== null && ` · ${say('share', { share: shareBasisPoints / 100 })}`}
        </span>
      </Inline>
    </Card>
  )
}
