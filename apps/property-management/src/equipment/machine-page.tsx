import { useQuery } from '@apollo/client/react'
import { EQUIPMENT_ACTION_LABELS, EQUIPMENT_CLASS_LABELS } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import {
  FailureState,
  MachinePlans,
  messages,
  useLiveRecord,
  useMessages,
  usePortalPath,
  useRefreshOnReturn,
  useSay,
  useWorkTab,
} from '@steward/portal'
import {
  Day,
  DescriptionList,
  EmptyState,
  HeaderActions,
  Inline,
  Instant,
  Loading,
  PageHeader,
  Panel,
  Sheet,
  Stack,
} from '@steward/ui'
import { useState } from 'react'
import { useParams } from 'react-router'
import { InspectionFacts, OneMachine, OutageFacts } from './equipment-documents.ts'
import { StateTag } from './equipment-tags.tsx'
import { Inspections } from './inspections.tsx'
import { AmendMachineForm, RetireMachineForm } from './machine-forms.tsx'
import { ReportOutage, RestoreForm } from './outage-forms.tsx'
import { OutageHistory } from './outage-history.tsx'

const texts = messages({
  list: { zh: '设施设备台账', en: 'Equipment register' },
  gone: { zh: '没有这台设备', en: 'There is no such machine' },
  goneHint: { zh: '可能不在您的责任片区内。', en: 'It may lie outside your territory.' },
  facts: { zh: '设备资料', en: 'The machine' },
  class: { zh: '类别', en: 'Class' },
  place: { zh: '位置', en: 'Place' },
  maker: { zh: '生产厂家', en: 'Maker' },
  model: { zh: '型号', en: 'Model' },
  serial: { zh: '出厂编号', en: 'Serial number' },
  installed: { zh: '安装日期', en: 'Installed on' },
  warranty: { zh: '质保至', en: 'Warranty until' },
  retired: { zh: '报废', en: 'Retired' },
})

/** The verbs of this page, by the action that the server offers. */
const VERBS = {
  REPORT_OUTAGE: 'reportOutage',
  RESTORE: 'restore',
  AMEND: 'amend',
  RETIRE: 'retire',
} as const
type Verb = keyof typeof VERBS

/** One machine: whether it runs, how it ran, when it is inspected. What somebody on site came for is the first button. */
export function MachinePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const path = usePortalPath()
  const { id = '' } = useParams()
  const [doing, setDoing] = useState<Verb>()
  const { data, error, refetch } = useQuery(OneMachine, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  useRefreshOnReturn(refetch)
  useLiveRecord(id, () => void refetch())
  const machine = data?.equipment
  useWorkTab(machine?.name)
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  if (!machine) return <EmptyState title={say('gone')} hint={say('goneHint')} />
  const choices = (Object.keys(VERBS) as Verb[])
    .filter((verb) => machine.availableActions.includes(verb))
    .map((verb) => ({
      key: verb,
      label: sayWord(EQUIPMENT_ACTION_LABELS[VERBS[verb]]),
      onChoose: () => setDoing(verb),
    }))
  const [first, ...usual] = choices
  const close = () => setDoing(undefined)
  const form = { machine, onReload: refetch, onClose: close }
  return (
    <>
      <PageHeader
        title={machine.name}
        subtitle={
          <Inline gap={2}>
            <StateTag state={machine.state} />
            {machine.number}
          </Inline>
        }
        back={{ to: path('equipment'), label: say('list') }}
        actions={<HeaderActions first={first} seldom={usual} />}
      />
      <Stack gap={4}>
        <Panel title={say('facts')}>
          <DescriptionList
            min={180}
            items={[
              { label: say('class'), value: sayWord(EQUIPMENT_CLASS_LABELS[machine.class]) },
              {
                label: say('place'),
                value: [machine.project?.name, machine.building?.name, machine.place]
                  .filter(Boolean)
                  .join(' · '),
              },
              { label: say('maker'), value: machine.maker },
              { label: say('model'), value: machine.model },
              { label: say('serial'), value: machine.serial },
              { label: say('installed'), value: machine.installedOn && <Day on={machine.installedOn} /> },
              { label: say('warranty'), value: machine.warrantyUntil && <Day on={machine.warrantyUntil} /> },
              ...(machine.retiredAt
                ? [
                    {
                      label: say('retired'),
                      wide: true,
                      value: (
                        <>
                          <Instant at={machine.retiredAt} /> {machine.retiredBy?.name} {machine.retireReason}
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
        <Inspections
          equipmentId={machine.id}
          inspections={machine.inspections.map((it) => readFragment(InspectionFacts, it))}
          ended={machine.endedInspections.map((it) => readFragment(InspectionFacts, it))}
          isRetired={machine.state === 'RETIRED'}
          onReload={refetch}
        />
        <MachinePlans
          equipmentId={machine.id}
          projectId={machine.project?.id}
          isRetired={machine.state === 'RETIRED'}
        />
        <OutageHistory
          machine={machine}
          outages={machine.outages.map((it) => readFragment(OutageFacts, it))}
        />
      </Stack>
      <Sheet
        open={doing !== undefined}
        title={doing ? `${sayWord(EQUIPMENT_ACTION_LABELS[VERBS[doing]])} · ${machine.name}` : ''}
        onClose={close}
      >
        {doing === 'REPORT_OUTAGE' && <ReportOutage {...form} />}
        {doing === 'RESTORE' && <RestoreForm {...form} />}
        {doing === 'AMEND' && <AmendMachineForm {...form} />}
        {doing === 'RETIRE' && <RetireMachineForm {...form} />}
      </Sheet>
    </>
  )
}
