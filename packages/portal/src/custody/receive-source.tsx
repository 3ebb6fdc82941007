import { useQuery } from '@apollo/client/react'
import {
  CUSTODY_DAYS,
  IMPORT_SOURCE_ACTION_LABELS,
  IMPORT_SOURCE_INPUTS,
  INFORMATION_MEDIA,
  INFORMATION_MEDIUM_LABELS,
  localDate,
  type InformationMedium,
} from '@steward/domain'
import { Choice, Field, Form, Input, Select, Stack, useNotify, useNow } from '@steward/ui'
import { useAct } from '../acts/use-act.ts'
import { useCheckInput } from '../acts/use-check-input.ts'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { PersonSelect } from '../people/person-select.tsx'
import { useViewer } from '../session/viewer.tsx'
import { PlacesOfSources, ReceiveImportSource } from './custody-documents.ts'

const DAY_MS = 86_400_000

const texts = messages({
  name: { zh: '是什么', en: 'What it is' },
  nameHint: { zh: '如：业主名册 U 盘 1 个', en: 'E.g. a disk with the list of owners' },
  from: { zh: '从谁处接收', en: 'Received from' },
  medium: { zh: '载体', en: 'Medium' },
  custodian: { zh: '保管人', en: 'Custodian' },
  project: { zh: '项目', en: 'Project' },
  until: { zh: '最迟销毁日期', en: 'To be destroyed by' },
  done: { zh: '已登记保管', en: 'Taken into custody' },
})

/** Ids are the server's to look at. */
const STATED = IMPORT_SOURCE_INPUTS.receive.omit({ custodianId: true, projectId: true })

interface Values {
  readonly name?: string
  readonly receivedFrom?: string
  readonly medium?: InformationMedium
  readonly custodianId?: string
  readonly projectId?: string
  readonly destroyBy?: string
}

interface ReceiveSourceProps {
  readonly onDone: () => Promise<void>
  readonly onCancel: () => void
}

/** Takes a disk, a list, a message into custody: what, whose, who keeps it, until when. */
export function ReceiveSource({ onDone, onCancel }: ReceiveSourceProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const notify = useNotify()
  const check = useCheckInput()
  const { staff, organization } = useViewer()
  const receive = useAct(ReceiveImportSource)
  const { data } = useQuery(PlacesOfSources)
  const until = new Date(useNow() + CUSTODY_DAYS * DAY_MS)
  return (
    <Form<Values>
      label={sayWord(IMPORT_SOURCE_ACTION_LABELS.receive)}
      verb={sayWord(IMPORT_SOURCE_ACTION_LABELS.receive)}
      initial={{
        medium: 'FILE',
        custodianId: staff.id,
        destroyBy: localDate(until, organization.timeZone),
      }}
      onCancel={onCancel}
      check={({ name, receivedFrom, medium, destroyBy }) =>
        check(STATED, { name, receivedFrom, medium, destroyBy })
      }
      onSubmit={async ({
        name = '',
        receivedFrom = '',
        medium = 'FILE',
        custodianId = '',
        projectId,
        destroyBy = '',
      }) => {
        const { refused } = await receive({
          name,
          receivedFrom,
          medium,
          custodianId,
          destroyBy,
          ...(projectId ? { projectId } : {}),
        })
        if (refused) return refused
        notify.done(say('done'))
        await onDone()
        return undefined
      }}
    >
      <Stack gap={3}>
        <Field name="name" label={say('name')} hint={say('nameHint')} required>
          <Input maxLength={200} />
        </Field>
        <Field name="receivedFrom" label={say('from')} required>
          <Input maxLength={120} />
        </Field>
        <Field name="medium" label={say('medium')} required>
          <Choice
            options={INFORMATION_MEDIA.filter((it) => it !== 'SYSTEM').map((value) => ({
              value,
              label: sayWord(INFORMATION_MEDIUM_LABELS[value]),
            }))}
          />
        </Field>
        <Field name="custodianId" label={say('custodian')} required>
          <PersonSelect />
        </Field>
        <Field name="projectId" label={say('project')}>
          <Select
            allowClear
            options={(data?.projects ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name="destroyBy" label={say('until')} required>
          <Input type="date" />
        </Field>
      </Stack>
    </Form>
  )
}
