import { LARGEST_SPOT_CHECK, SPOT_CHECK_ACTION_LABELS, SPOT_CHECK_INPUTS } from '@steward/domain'
import {
  messages,
  PersonSelect,
  useAct,
  useCheckInput,
  useMessages,
  usePortalPath,
  useSay,
} from '@steward/portal'
import { Field, Form, InputNumber, useUi } from '@steward/ui'
import { ProjectSelect } from '../../finance/project-select.tsx'
import { DrawSpotCheck } from './spot-check-documents.ts'

const texts = messages({
  size: { zh: '抽几份', en: 'How many' },
  sizeHint: {
    zh: '由系统随机抽取，抽取记录连同随机种子永久保留，不能撤回重抽。',
    en: 'Drawn at random by the system. Each draw stays on record with its seed and is not taken back.',
  },
  project: { zh: '只抽这个项目', en: 'Only of this project' },
  manager: { zh: '只抽这位客户经理的客户', en: 'Only clients of this manager' },
})

interface Values {
  readonly size: number
  readonly projectId?: string
  readonly managerId?: string
}

const USUAL = 10

/** Draws archives to check. Nobody picks them, and no draw is undone. */
export function DrawForm({ onCancel }: { readonly onCancel: () => void }) {
  const say = useMessages(texts)
  const verb = useSay()(SPOT_CHECK_ACTION_LABELS.draw)
  const check = useCheckInput()
  const draw = useAct(DrawSpotCheck)
  const path = usePortalPath()
  const { routing } = useUi()
  const stated = ({ size, projectId, managerId }: Values) => ({
    size,
    ...(projectId ? { projectId } : {}),
    ...(managerId ? { managerId } : {}),
  })
  return (
    <Form<Values>
      label={verb}
      verb={verb}
      initial={{ size: USUAL }}
      onCancel={onCancel}
      check={(values) => check(SPOT_CHECK_INPUTS.draw, stated(values))}
      onSubmit={async (values) => {
        const { done, refused } = await draw(stated(values))
        if (done) routing.go(path(`spot-checks/${done.id}`))
        return refused
      }}
    >
      <Field name="size" label={say('size')} hint={say('sizeHint')} required>
        <InputNumber min={1} max={LARGEST_SPOT_CHECK} precision={0} />
      </Field>
      <Field name="projectId" label={say('project')}>
        <ProjectSelect />
      </Field>
      <Field name="managerId" label={say('manager')}>
        <PersonSelect />
      </Field>
    </Form>
  )
}
