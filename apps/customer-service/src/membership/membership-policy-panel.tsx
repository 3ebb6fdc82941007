import { MEMBERSHIP_POLICY_INPUT, type MembershipPolicy } from '@steward/domain'
import { messages, PolicyPanel, useFreshAct, useMessages } from '@steward/portal'
import { Button, Field, FieldList, Input, InputNumber } from '@steward/ui'
import { SetMembershipPolicy } from './membership-documents.ts'
import { useMembershipRules } from './use-rules.ts'

const texts = messages({
  title: { zh: '会员规则', en: 'Rules of membership' },
  hint: {
    zh: '缴费积分每晚按实收自动记入；等级按一期内得到的积分计，兑换不影响等级。',
    en: 'Points for payments are credited each night; the level follows from what was earned within a term, redeeming takes nothing from it.',
  },
  saved: {
    zh: '已保存；今后按新规则，已有积分不变',
    en: 'Saved; it holds from now on, points that were given stay',
  },
  perHundred: { zh: '每满 100 元缴费', en: 'For each 100 yuan paid' },
  referral: { zh: '推荐一位新客户', en: 'For a referral' },
  event: { zh: '参加一次活动', en: 'For an event' },
  pointsMonths: { zh: '积分几个月后失效', en: 'Points are worth nothing after so many months' },
  termMonths: { zh: '一期几个月', en: 'Months of a term' },
  remindDays: { zh: '到期前几天起提示续期', en: 'Renewal is due so many days before the end' },
  levels: { zh: '等级', en: 'Levels' },
  name: { zh: '名称', en: 'Name' },
  from: { zh: '起始积分', en: 'From points' },
  gives: { zh: '权益', en: 'What it gives' },
  add: { zh: '添加等级', en: 'Add a level' },
  remove: { zh: '移除', en: 'Remove' },
  level: { zh: '{{name}}（{{from}} 分起）：{{gives}}', en: '{{name}} (from {{from}}): {{gives}}' },
  points: { zh: '{{count}} 分', en: { one: '{{count}} point', other: '{{count}} points' } },
  months: { zh: '{{count}} 个月', en: { one: '{{count}} month', other: '{{count}} months' } },
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
})

const MOST_LEVELS = 8

/** What earns points, what they lead to, and for how long. */
export function MembershipPolicyPanel() {
  const say = useMessages(texts)
  const { rules, refetch } = useMembershipRules()
  const set = useFreshAct(SetMembershipPolicy, refetch)
  const { version } = rules
  const values: MembershipPolicy = {
    levels: rules.levels.map(({ name, fromPoints, gives }) => ({ name, fromPoints, gives })),
    pointsPerHundred: rules.pointsPerHundred,
    referralPoints: rules.referralPoints,
    eventPoints: rules.eventPoints,
    pointsMonths: rules.pointsMonths,
    termMonths: rules.termMonths,
    remindDays: rules.remindDays,
  }
  return (
    <PolicyPanel<MembershipPolicy>
      title={say('title')}
      hint={say('hint')}
      permission="membershipPolicy:set"
      lines={[
        { label: say('perHundred'), value: say('points', { count: values.pointsPerHundred }) },
        { label: say('referral'), value: say('points', { count: values.referralPoints }) },
        { label: say('event'), value: say('points', { count: values.eventPoints }) },
        { label: say('pointsMonths'), value: say('months', { count: values.pointsMonths }) },
        { label: say('termMonths'), value: say('months', { count: values.termMonths }) },
        { label: say('remindDays'), value: say('days', { count: values.remindDays }) },
        {
          label: say('levels'),
          value: values.levels.map(({ name, fromPoints, gives }) => (
            <div key={name}>{say('level', { name, from: fromPoints, gives })}</div>
          )),
          wide: true,
        },
      ]}
      values={values}
      version={version}
      schema={MEMBERSHIP_POLICY_INPUT}
      set={(input) => set({ ...input, levels: [...input.levels] })}
      saved={say('saved')}
      onReload={refetch}
    >
      <Field name="pointsPerHundred" label={say('perHundred')} required>
        <InputNumber<number> min={0} precision={0} />
      </Field>
      <Field name="referralPoints" label={say('referral')} required>
        <InputNumber<number> min={0} precision={0} />
      </Field>
      <Field name="eventPoints" label={say('event')} required>
        <InputNumber<number> min={0} precision={0} />
      </Field>
      <Field name="pointsMonths" label={say('pointsMonths')} required>
        <InputNumber<number> min={1} max={120} precision={0} />
      </Field>
      <Field name="termMonths" label={say('termMonths')} required>
        <InputNumber<number> min={1} max={60} precision={0} />
      </Field>
      <Field name="remindDays" label={say('remindDays')} required>
        <InputNumber<number> min={1} max={180} precision={0} />
      </Field>
      <FieldList name="levels" most={MOST_LEVELS} addLabel={say('add')} column>
        {({ at, count, remove }) => (
          <>
            <Field name={`${at}.name`} label={say('name')} required>
              <Input maxLength={20} />
            </Field>
            <Field name={`${at}.fromPoints`} label={say('from')} required>
              <InputNumber<number> min={0} precision={0} />
            </Field>
            <Field name={`${at}.gives`} label={say('gives')} required>
              <Input maxLength={200} />
            </Field>
            {count > 1 && (
              <Button size="small" onClick={remove}>
                {say('remove')}
              </Button>
            )}
          </>
        )}
      </FieldList>
    </PolicyPanel>
  )
}
