import { useQuery } from '@apollo/client/react'
import {
  policyStepText,
  ruleScope,
  ruleTitle,
  type SignatureRule,
  type StepLevel,
  type StepMeaning,
} from '@steward/domain'
import { readFragment, type FragmentType, type RevisionToSeeFragment } from '@steward/graphql-client'
import { ChangeTable, Disclosure, Loading, Prose, ScrollBox, Stack } from '@steward/ui'
import type { ReactNode } from 'react'
import { FailureState } from '../failure/failure-state.tsx'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'
import { standardOf, StandardParts } from '../grading/standard-parts.ts'
import { StandardView } from '../grading/standard-view.tsx'
import { LimitChanges, LimitsToSign } from './limits-to-sign.tsx'
import { RevisionDifferenceToSee, RevisionToSee } from './sign-several-documents.ts'

const texts = messages({
  reason: { zh: '修改说明', en: 'Statement of changes' },
  changes: { zh: '与 {{label}} 相比', en: 'Against {{label}}' },
  count: {
    zh: '{{count}} 处修改',
    en: { one: '{{count}} place is different', other: '{{count}} places are different' },
  },
  same: { zh: '与 {{label}} 内容相同。', en: 'It says the same as {{label}}.' },
  what: { zh: '位置', en: 'Where' },
  before: { zh: '原为', en: 'Before' },
  after: { zh: '改为', en: 'Now' },
  content: { zh: '正文', en: 'Content' },
  whole: { zh: '完整内容', en: 'The whole content' },
})

type Revision = RevisionToSeeFragment

/** A revision as its signer must see it: what it changes first, then all that it says. */
export function RevisionToSign({
  revision: masked,
}: {
  readonly revision: FragmentType<typeof RevisionToSee>
}) {
  const say = useMessages(texts)
  const revision = readFragment(RevisionToSee, masked)
  const { id, base, changeReason, limits } = revision
  const whole = <WholeContent revision={revision} />
  return (
    <>
      {changeReason && (
        <Stack gap={1}>
          <h3 className="st-group-title">{say('reason')}</h3>
          <Prose>{changeReason}</Prose>
        </Stack>
      )}
      {base ? (
        <>
          <Stack gap={1}>
            <h3 className="st-group-title">{say('changes', { label: base.label })}</h3>
            {revision.kind === 'AUTHORITY_LIMITS' && limits && base.limits ? (
              <LimitChanges before={base.limits} after={limits} />
            ) : (
              <Changes from={base} to={id} />
            )}
          </Stack>
          <Disclosure summary={say('whole')}>{() => whole}</Disclosure>
        </>
      ) : (
        whole
      )}
    </>
  )
}

function Changes({ from, to }: { readonly from: NonNullable<Revision['base']>; readonly to: string }) {
  const say = useMessages(texts)
  const { data, error, refetch } = useQuery(RevisionDifferenceToSee, { variables: { from: from.id, to } })
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const places = data.revisionDifference
  if (places.length === 0) return <p className="st-quiet">{say('same', { label: from.label })}</p>
  return (
    <Stack gap={2}>
      <p className="st-quiet">{say('count', { count: places.length })}</p>
      <ChangeTable
        label={say('changes', { label: from.label })}
        heads={{ what: say('what'), before: say('before'), after: say('after') }}
        rows={places.map(({ where, before, after }, at) => ({
          key: `${at}.${where}`,
          label: where,
          before,
          after,
        }))}
      />
    </Stack>
  )
}

function WholeContent({ revision }: { readonly revision: Revision }): ReactNode {
  const say = useMessages(texts)
  const standard = standardOf(readFragment(StandardParts, revision))
  const { kind, clauses, limits, rules } = revision
  if (standard)
    return (
      <ScrollBox label={say('content')}>
        <StandardView standard={standard} />
      </ScrollBox>
    )
  if (kind === 'AUTHORITY_LIMITS') return limits && <LimitsToSign limits={limits} />
  if (kind === 'SIGNATURE_POLICY') return rules && <RulesToSign rules={rules} />
  if (!clauses || clauses.length === 0) return null
  return (
    <ScrollBox label={say('content')}>
      <Stack gap={3}>
        {clauses.map(({ heading, body }, at) => (
          <Stack key={at} gap={1}>
            <h3 className="st-strong">{heading}</h3>
            <Prose>{body}</Prose>
          </Stack>
        ))}
      </Stack>
    </ScrollBox>
  )
}

function RulesToSign({ rules: steps }: { readonly rules: NonNullable<Revision['rules']> }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { currency } = useViewer().organization
  const byRule = [...new Set(steps.map(({ rule }) => rule))].map((rule): SignatureRule => {
    const ofRule = steps.filter((it) => it.rule === rule)
    const { kind, fromMinor, grades, siteTiers } = ofRule[0]!
    return {
      kind,
      fromMinor,
      grades,
      ...(siteTiers.length > 0 ? { siteTiers } : {}),
      steps: ofRule.map(({ meaning, roles, dueMinutes, escalateAfterMinutes, level }) => ({
        meaning: meaning as StepMeaning,
        roles,
        dueMinutes,
        escalateAfterMinutes,
        ...(level ? { level: level as StepLevel } : {}),
      })),
    }
  })
  return (
    <ScrollBox label={say('content')}>
      <Stack gap={3}>
        {byRule.map((rule) => (
          <Stack key={`${rule.kind}.${rule.fromMinor}.${ruleScope(rule)}`} gap={1}>
            <h3 className="st-strong">{sayWord(ruleTitle(rule, currency))}</h3>
            <ol>
              {rule.steps.map((step, at) => (
                // Steps may be alike; their place tells them apart.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={at}>{sayWord(policyStepText(step))}</li>
              ))}
            </ol>
          </Stack>
        ))}
      </Stack>
    </ScrollBox>
  )
}
