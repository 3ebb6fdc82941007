import {
  COST_EVENT_ACTION_LABELS,
  COST_EVENT_INPUTS,
  SHARE_RULE_LABELS,
  SHARE_RULES,
  type ShareRule,
} from '@steward/domain'
import { messages, useCheckInput, useMay, useMessages, useSay, useToday } from '@steward/portal'
import { Choice, Field, Form, useFieldValue } from '@steward/ui'
import { ClientSelect } from '../../clients/client-select.tsx'
import { optionsOf } from '../../clients/page/options.ts'
import { useArchiveAct, type ArchiveSurroundings } from '../../clients/page/use-archive-act.ts'
import { ProjectSelect } from '../project-select.tsx'
import { ClientsSelect } from './clients-select.tsx'
import { RecordCostEvent, RecordManyCostEvents } from './cost-documents.ts'
import { CostFields, costOf, type CostValues } from './cost-fields.tsx'

const texts = messages({
  bearer: { zh: '谁的成本', en: 'Whose cost' },
  CLIENT: { zh: '一位客户', en: 'One client' },
  CLIENTS: { zh: '多位客户，每位一笔', en: 'Several clients, one each' },
  PROJECT: { zh: '整个项目分摊', en: 'A whole project shares it' },
  client: { zh: '客户', en: 'Client' },
  clients: { zh: '客户（最多 500 位）', en: 'Clients (at most 500)' },
  project: { zh: '项目', en: 'Project' },
  shareRule: { zh: '分摊办法', en: 'How it is shared' },
  shareHint: {
    zh: '由这一天各户的付费人分摊；没有人付费的房号不分摊。',
    en: 'By who pays for the units on that day; units that nobody pays for bear nothing.',
  },
  done: { zh: '已记录', en: 'Recorded' },
})

type Bearer = 'CLIENT' | 'CLIENTS' | 'PROJECT'

interface Values extends CostValues {
  readonly bearer: Bearer
  readonly clientId?: string
  readonly clientIds?: readonly string[]
  readonly projectId?: string
  readonly shareRule?: ShareRule
}

/** Records a cost: of the given client at once, or of whom one chooses. */
export function RecordCostForm({
  client,
  complaint,
  ...surroundings
}: ArchiveSurroundings & { readonly client?: string | undefined; readonly complaint?: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const check = useCheckInput()
  const record = useArchiveAct(RecordCostEvent, say('done'), surroundings)
  const recordMany = useArchiveAct(RecordManyCostEvents, say('done'), surroundings)
  const today = useToday()
  const verb = sayWord(COST_EVENT_ACTION_LABELS.record)
  const oneOf = ({ bearer, clientId, projectId, shareRule, ...cost }: Values) => ({
    ...costOf(cost),
    ...(bearer === 'CLIENT'
      ? { ...(clientId ? { clientId } : {}), ...(complaint ? { complaintId: complaint } : {}) }
      : { ...(projectId ? { projectId } : {}), ...(shareRule ? { shareRule } : {}) }),
  })
  const manyOf = ({ clientIds = [], ...cost }: Values) => ({ ...costOf(cost), clientIds: [...clientIds] })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{
        bearer: 'CLIENT',
        costClass: 'SERVICE',
        occurredOn: today,
        shareRule: 'BY_UNIT',
        ...(client ? { clientId: client } : {}),
      }}
      onCancel={surroundings.onClose}
      check={(values) =>
        values.bearer === 'CLIENTS'
          ? check(COST_EVENT_INPUTS.recordMany, manyOf(values))
          : check(COST_EVENT_INPUTS.record, oneOf(values))
      }
      onSubmit={(values) =>
        values.bearer === 'CLIENTS' ? recordMany(manyOf(values)) : record(oneOf(values))
      }
    >
      {!client && <BearerFields />}
      <CostFields />
    </Form>
  )
}

function BearerFields() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const bearer = useFieldValue<Bearer>('bearer')
  const offered: readonly Bearer[] = may('costEvent:recordMany')
    ? ['CLIENT', 'CLIENTS', 'PROJECT']
    : ['CLIENT', 'PROJECT']
  return (
    <>
      <Field name="bearer" label={say('bearer')} required>
        <Choice options={offered.map((value) => ({ value, label: say(value) }))} />
      </Field>
      {bearer === 'CLIENT' && (
        <Field name="clientId" label={say('client')} required>
          <ClientSelect />
        </Field>
      )}
      {bearer === 'CLIENTS' && (
        <Field name="clientIds" label={say('clients')} required>
          <ClientsSelect />
        </Field>
      )}
      {bearer === 'PROJECT' && (
        <>
          <Field name="projectId" label={say('project')} required>
            <ProjectSelect />
          </Field>
          <Field name="shareRule" label={say('shareRule')} hint={say('shareHint')} required>
            <Choice options={optionsOf(SHARE_RULES, SHARE_RULE_LABELS, sayWord)} />
          </Field>
        </>
      )}
    </>
  )
}
