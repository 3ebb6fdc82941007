import { DEFAULT_LEAD_POLICY, LEAD_SETTING_INPUTS, type LeadPolicy } from '@steward/domain'
import type { LeadSettingsQuery } from '@steward/graphql-client'
import { messages, useCheckInput, useFreshAct, useMay, useMessages } from '@steward/portal'
import { Button, DescriptionList, Field, Form, InputNumber, Panel, Sheet, useNotify } from '@steward/ui'
import { useState } from 'react'
import { SetLeadPolicy } from './lead-setting-documents.ts'

const texts = messages({
  title: { zh: '流转规则', en: 'How leads go round' },
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存；从下一次跟进起按新规则计', en: 'Saved; it counts from the next touch on' },
  returnAfterDays: {
    zh: '几个工作日没有跟进，自动退回公海',
    en: 'Returns to the pool after so many working days untouched',
  },
  warnBeforeDays: {
    zh: '提前几个工作日提醒（0 为不提醒）',
    en: 'Warned so many working days before (0: not)',
  },
  claimsADay: { zh: '每人每天最多认领', en: 'Claims of one person a day, at most' },
  days: { zh: '{{count}} 个工作日', en: { one: '{{count}} working day', other: '{{count}} working days' } },
  leads: { zh: '{{count}} 条', en: { one: '{{count}} lead', other: '{{count}} leads' } },
})

interface LeadPolicyPanelProps {
  readonly policy: LeadSettingsQuery['leadPolicy'] | null
  readonly onReload: () => Promise<unknown>
}

export function LeadPolicyPanel({ policy, onReload }: LeadPolicyPanelProps) {
  const say = useMessages(texts)
  const may = useMay()
  const notify = useNotify()
  const check = useCheckInput()
  const set = useFreshAct(SetLeadPolicy, onReload)
  const [changing, setChanging] = useState(false)
  const close = () => setChanging(false)
  const { version, ...inForce } = policy ?? { ...DEFAULT_LEAD_POLICY, version: 0 }
  const values: LeadPolicy = {
    returnAfterDays: inForce.returnAfterDays,
    warnBeforeDays: inForce.warnBeforeDays,
    claimsADay: inForce.claimsADay,
  }
  return (
    <Panel
      title={say('title')}
      actions={
        may('leadPolicy:set') && (
          <Button type="text" onClick={() => setChanging(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      <DescriptionList
        min={260}
        items={[
          { label: say('returnAfterDays'), value: say('days', { count: values.returnAfterDays }) },
          { label: say('warnBeforeDays'), value: say('days', { count: values.warnBeforeDays }) },
          { label: say('claimsADay'), value: say('leads', { count: values.claimsADay }) },
        ]}
      />
      <Sheet open={changing} title={say('title')} onClose={close}>
        <Form<LeadPolicy>
          label={say('title')}
          verb={say('save')}
          initial={values}
          onCancel={close}
          check={(typed) => check(LEAD_SETTING_INPUTS.setPolicy, { ...typed, expectedVersion: version })}
          onSubmit={async (typed) => {
            const { refused } = await set({ ...typed, expectedVersion: version })
            if (refused) return refused
            await onReload()
            notify.done(say('saved'))
            close()
            return undefined
          }}
        >
          {(['returnAfterDays', 'warnBeforeDays', 'claimsADay'] as const).map((name) => (
            <Field key={name} name={name} label={say(name)} required>
              <InputNumber min={name === 'warnBeforeDays' ? 0 : 1} precision={0} />
            </Field>
          ))}
        </Form>
      </Sheet>
    </Panel>
  )
}
