import { CLIENT_ACTION_LABELS, CLIENT_RELATION_LABELS, isPresent } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useMay, useMessages, useSay, useToday } from '@steward/portal'
import { AddIcon, Button, Day, Inline, Panel, Sheet, Stack, StatusTag } from '@steward/ui'
import { useState } from 'react'
import { placeOf, type Stay } from './stay.ts'
import { EndStayForm, RecordStayForm } from './stay-forms.tsx'

export const ClientOccupanciesFragment = graphql(/* GraphQL */ `
  fragment ClientOccupancies on Client {
    id
    archivedAt
    occupancies {
      id
      version
      relation
      fromOn
      toOn
      movedInOn
      shareBasisPoints
      unit {
        id
        label
        warrantyEndsOn
        building {
          id
          name
        }
        project {
          id
          name
        }
      }
    }
  }
`)

const texts = messages({
  title: { zh: '房屋', en: 'Units' },
  none: { zh: '名下没有房号', en: 'No unit' },
  since: { zh: '自', en: 'since' },
  movedIn: { zh: '入住', en: 'moved in' },
  former: { zh: '已结束', en: 'former' },
  share: { zh: '份额 {{share}}%', en: 'share {{share}}%' },
  warranty: { zh: '保修至', en: 'Warranty until' },
})

interface ClientOccupanciesProps {
  readonly client: FragmentType<typeof ClientOccupanciesFragment>
  readonly onReload: () => Promise<unknown>
}

/** Which units the client owns or uses, from when to when; the present ones first, then as the server orders them. */
export function ClientOccupancies({ client, onReload }: ClientOccupanciesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const today = useToday()
  const { id, archivedAt, occupancies } = readFragment(ClientOccupanciesFragment, client)
  const [recording, setRecording] = useState(false)
  const [ending, setEnding] = useState<Stay>()
  const seen = occupancies
    .filter(({ unit }) => unit !== null)
    .toSorted((one, other) => Number(isPresent(other, today)) - Number(isPresent(one, today)))
  const active = !archivedAt
  const close = () => {
    setRecording(false)
    setEnding(undefined)
  }
  return (
    <Panel
      title={say('title')}
      actions={
        active &&
        may('client:recordOccupancy') && (
          <Button type="text" icon={<AddIcon aria-hidden />} onClick={() => setRecording(true)}>
            {sayWord(CLIENT_ACTION_LABELS.recordOccupancy)}
          </Button>
        )
      }
    >
      {seen.length === 0 && <span className="st-quiet">{say('none')}</span>}
      <Stack gap={3}>
        {seen.map((stay) => (
          <StayLine
            key={stay.id}
            stay={stay}
            today={today}
            onEnd={
              active && may('client:endOccupancy') && stay.toOn === null ? () => setEnding(stay) : undefined
            }
          />
        ))}
      </Stack>
      <Sheet open={recording} title={sayWord(CLIENT_ACTION_LABELS.recordOccupancy)} onClose={close}>
        <RecordStayForm clientId={id} onReload={onReload} onClose={close} />
      </Sheet>
      <Sheet open={ending !== undefined} title={sayWord(CLIENT_ACTION_LABELS.endOccupancy)} onClose={close}>
        {ending && <EndStayForm stay={ending} onReload={onReload} onClose={close} />}
      </Sheet>
    </Panel>
  )
}

interface StayLineProps {
  readonly stay: Stay
  readonly today: string
  readonly onEnd: (() => void) | undefined
}

function StayLine({ stay, today, onEnd }: StayLineProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const present = isPresent(stay, today)
  const { fromOn, toOn, movedInOn, shareBasisPoints, unit } = stay
  return (
    <Inline gap={3}>
      <span className={present ? 'st-strong' : 'st-quiet'}>{placeOf(stay)}</span>
      <StatusTag tone={present ? 'primary' : 'neutral'}>
        {present ? sayWord(CLIENT_RELATION_LABELS[stay.relation]) : say('former')}
      </StatusTag>
      <span className="st-quiet st-small">
        {toOn ? (
          <>
            <Day on={fromOn} /> – <Day on={toOn} />
          </>
        ) : (
          <>
            {say('since')} <Day on={fromOn} />
          </>
        )}
        {movedInOn && (
          <>
            {' · '}
            {say('movedIn')} <Day on={movedInOn} />
          </>
        )}
        {shareBasisPoints !== null && ` · ${say('share', { share: shareBasisPoints / 100 })}`}
        {present && unit?.warrantyEndsOn && (
          <>
            {' · '}
            {say('warranty')} <Day on={unit.warrantyEndsOn} />
          </>
        )}
      </span>
      {onEnd && (
        <Button
          size="small"
          onClick={onEnd}
          aria-label={`${sayWord(CLIENT_ACTION_LABELS.endOccupancy)} ${unit?.label ?? ''}`}
        >
          {sayWord(CLIENT_ACTION_LABELS.endOccupancy)}
        </Button>
      )}
    </Inline>
  )
}
