import { paragraphsOf } from '@steward/domain'
import { readFragment } from '@steward/graphql-client'
import { messages, standardOf, StandardParts, StandardView, useMessages } from '@steward/portal'
import { EmptyState, Paper, PaperPart } from '@steward/ui'
import { LimitMatrix } from '../limits/limit-matrix.tsx'
import { rulesOf, type RevisionInFull } from './document-documents.ts'
import { DestroyedThings } from './destroyed-things.tsx'
import { PolicyRules } from './policy-rules.tsx'

const texts = messages({
  content: { zh: '正文', en: 'Content' },
  clause: { zh: '第 {{count}} 条', en: '{{count}}.' },
  hidden: { zh: '内容涉及客户，您无权查看', en: 'The content is about a client; you may not read it' },
})

/** All that a revision lays down. */
export function DocumentContent({ revision }: { readonly revision: RevisionInFull }) {
  const say = useMessages(texts)
  const { kind, clauses, limits, rules, destroyed } = revision
  const standard = standardOf(readFragment(StandardParts, revision))
  if (standard) return <StandardView standard={standard} />
  if (kind === 'AUTHORITY_LIMITS' && limits) return <LimitMatrix limits={limits} />
  if (kind === 'SIGNATURE_POLICY' && rules) return <PolicyRules rules={rulesOf(rules)} />
  if (kind === 'DESTRUCTION_RECORD' && destroyed) return <DestroyedThings things={destroyed} />
  if (!clauses) return <EmptyState title={say('hidden')} />
  return (
    <Paper label={say('content')}>
      {clauses.map(({ heading, body }, at) => (
        <PaperPart
          key={`${at}.${heading}`}
          mark={say('clause', { count: at + 1 })}
          heading={heading}
          paragraphs={paragraphsOf(body)}
        />
      ))}
    </Paper>
  )
}
