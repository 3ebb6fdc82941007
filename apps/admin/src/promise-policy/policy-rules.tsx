import { POLICY_KINDS, PROMISE_KIND_LABELS, type PolicyKind, type PromiseRule } from '@steward/domain'
import { messages, useList, useMessages, useSay } from '@steward/portal'
import { AddIcon, Button, Inline, Panel, Sheet, Stack, StatusTag } from '@steward/ui'
import { useState } from 'react'
import type { Category } from './policy-documents.ts'
import { RuleForm } from './rule-form.tsx'
import { useRuleWords } from './rule-words.ts'

const texts = messages({
  add: { zh: '加一条', en: 'Add a rule' },
  addTo: { zh: '为“{{kind}}”加一条规则', en: 'Add a rule of “{{kind}}”' },
  change: { zh: '修改', en: 'Change' },
  changeOf: { zh: '修改规则：{{kind}}，{{which}}', en: 'Change the rule: {{kind}}, {{which}}' },
  remove: { zh: '删除', en: 'Remove' },
  removeOf: { zh: '删除规则：{{kind}}，{{which}}', en: 'Remove the rule: {{kind}}, {{which}}' },
  none: {
    zh: '没有规则：系统不自动作这类承诺。',
    en: 'No rule: nothing of this kind is promised by itself.',
  },
})

const NEW: Omit<PromiseRule, 'kind'> = {
  severity: null,
  purpose: null,
  grade: null,
  categoryId: null,
  budgetMinutes: 240,
  warnBeforeMinutes: 30,
  escalateAfterMinutes: [60, 240],
  pauseCapMinutes: 1440,
}

interface PolicyRulesProps {
  readonly rules: readonly PromiseRule[]
  readonly categories: readonly Category[]
  /** Absent: only read. */
  readonly onChange: ((rules: readonly PromiseRule[]) => void) | undefined
}

/** The rules by what they promise; the more conditions a rule states, the sooner it is chosen. */
export function PolicyRules({ rules, categories, onChange }: PolicyRulesProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const [editing, setEditing] = useState<{ readonly at: number | undefined; readonly kind: PolicyKind }>()
  const kindName = (kind: PolicyKind) => sayWord(PROMISE_KIND_LABELS[kind])
  return (
    <>
      {POLICY_KINDS.map((kind) => {
        const ofKind = rules.flatMap((rule, at) => (rule.kind === kind ? [{ rule, at }] : []))
        return (
          <Panel
            key={kind}
            title={kindName(kind)}
            actions={
              onChange && (
                <Button
                  icon={<AddIcon aria-hidden />}
                  aria-label={say('addTo', { kind: kindName(kind) })}
                  onClick={() => setEditing({ at: undefined, kind })}
                >
                  {say('add')}
                </Button>
              )
            }
          >
            {ofKind.length === 0 ? (
              <p className="st-quiet">{say('none')}</p>
            ) : (
              <ul className="st-rules" aria-label={kindName(kind)}>
                {ofKind.map(({ rule, at }) => (
                  <RuleLine
                    key={at}
                    rule={rule}
                    categories={categories}
                    onEdit={onChange && (() => setEditing({ at, kind }))}
                    onRemove={onChange && (() => onChange(rules.toSpliced(at, 1)))}
                  />
                ))}
              </ul>
            )}
          </Panel>
        )
      })}
      <Sheet
        open={editing !== undefined}
        title={editing ? kindName(editing.kind) : ''}
        onClose={() => setEditing(undefined)}
      >
        {editing && onChange && (
          <RuleForm
            rule={editing.at === undefined ? { ...NEW, kind: editing.kind } : rules[editing.at]!}
            at={editing.at ?? rules.length}
            rules={rules}
            categories={categories}
            onDone={(changed) => {
              onChange(changed)
              setEditing(undefined)
            }}
            onCancel={() => setEditing(undefined)}
          />
        )}
      </Sheet>
    </>
  )
}

interface RuleLineProps {
  readonly rule: PromiseRule
  readonly categories: readonly Category[]
  readonly onEdit: (() => void) | undefined
  readonly onRemove: (() => void) | undefined
}

function RuleLine({ rule, categories, onEdit, onRemove }: RuleLineProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const list = useList()
  const words = useRuleWords(categories)
  const which = words.conditions(rule)
  const named = { kind: sayWord(PROMISE_KIND_LABELS[rule.kind]), which: list(which) }
  return (
    <li>
      <Stack gap={1}>
        <Inline gap={2}>
          {which.map((condition) => (
            <StatusTag key={condition} tone="info">
              {condition}
            </StatusTag>
          ))}
          <span className="st-strong">{words.promise(rule)}</span>
        </Inline>
        <span className="st-quiet st-small">
          {[words.warning(rule), ...words.escalations(rule), words.pauses(rule)].join(' · ')}
        </span>
      </Stack>
      {onEdit && onRemove && (
        <Inline gap={1}>
          <Button type="text" aria-label={say('changeOf', named)} onClick={onEdit}>
            {say('change')}
          </Button>
          <Button type="text" danger aria-label={say('removeOf', named)} onClick={onRemove}>
            {say('remove')}
          </Button>
        </Inline>
      )}
    </li>
  )
}
