import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACEHOLDERS } from './notice-kinds.ts'
import { escapeHtml, placeholdersIn, renderHtml, renderLine, renderText, templateErrors } from './template.ts'
import {
  defaultTemplate,
  parseTemplate,
  placeholdersOf,
  TEMPLATE_KEYS,
  templateLabel,
} from './templates-in-force.ts'

describe('a template', () => {
  it('is refused for a placeholder that its kind does not offer, naming it and what there is', () => {
    const [error, ...more] = templateErrors('bodyZh', '编号 {{number}}，电话 {{phone}}', ['number', 'link'])
    expect(more).toEqual([])
    expect(error?.path).toBe('bodyZh')
    expect(error?.message.en).toBe('There is no placeholder {{phone}}; there are {{number}} {{link}}.')
    expect(error?.message.zh).toContain('{{phone}}')
  })

  it.each(['{{number', 'number}}', '{{}}'])('is refused for braces that do not match: %s', (body) => {
    expect(templateErrors('bodyEn', body, ['number'])).not.toEqual([])
  })

  it('is accepted with spaces inside the braces, and with single braces in the text', () => {
    expect(templateErrors('bodyEn', 'a {b} {{ number }}', ['number'])).toEqual([])
    expect(placeholdersIn('{{ number }} {{number}} {{link}}')).toEqual(['number', 'link'])
  })

  it('puts values in once: a value never becomes a template', () => {
    expect(renderText('{{actor}} {{number}}', { actor: '{{number}}', number: '7' })).toBe('{{number}} 7')
  })

  it('leaves out what is not known', () => {
    expect(renderText('[{{dueAt}}]', {})).toBe('[]')
  })

  it('makes one line of any value, so that no value adds a header to a mail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(renderLine('案件 {{number}}', { number: value })).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
    expect(renderLine('{{actor}}', { actor: 'a\r\nBcc: x@example.com' })).toBe('a Bcc: x@example.com')
  })

  it('escapes everything in HTML but its own paragraphs, breaks and our link', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (template, value) => {
        const html = renderHtml(`${template}{{actor}}`, { actor: value })
        expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"']/)
      }),
    )
    expect(renderHtml('<b>{{actor}}</b>\n{{number}}\n\n末', { actor: '<script>', number: '"' })).toBe(
      '<p>&lt;b&gt;&lt;script&gt;&lt;/b&gt;<br>&quot;</p>\n<p>末</p>',
    )
  })

  it('links http addresses and nothing else', () => {
    expect(renderHtml('{{link}}', { link: 'https://a.example/?a=1&b="' })).toBe(
      '<p><a href="https://a.example/?a=1&amp;b=&quot;">https://a.example/?a=1&amp;b=&quot;</a></p>',
    )
    expect(renderHtml('{{link}}', { link: 'javascript:alert(1)' })).toBe('<p></p>')
  })

  it('says in HTML what it says in plain text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w<>&"' 中文]{0,40}$/), (value) => {
        const html = renderHtml('a {{actor}} b', { actor: value })
        expect(html).toBe(`<p>${escapeHtml(renderText('a {{actor}} b', { actor: value }))}</p>`)
      }),
    )
  })
})

describe('the texts of the house', () => {
  it.each(TEMPLATE_KEYS)('%s is valid in both languages, and differs between them', (key) => {
    const { subject, body } = defaultTemplate(key)
    const input = {
      key,
      expectedVersion: 0,
      subjectZh: subject.zh,
      subjectEn: subject.en,
      bodyZh: body.zh,
      bodyEn: body.en,
    }
    expect(parseTemplate(input)).toEqual({ ok: true, value: input })
    expect(body.zh).toMatch(/\p{Script=Han}/u)
    expect(body.en.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/\p{Script=Han}/u)
    expect(templateLabel(key).zh).not.toBe(templateLabel(key).en)
  })

  it('offers no placeholder that would tell of a client', () => {
    expect(PLACEHOLDERS.filter((name) => /client|phone|contact|summary|facts|address/i.test(name))).toEqual(
      [],
    )
    expect(placeholdersOf('CLIENT_CLOSED')).not.toContain('actor')
  })
})

describe('a text that somebody wrote', () => {
  const given = (more: object) =>
    parseTemplate({
      key: 'CASE_ASSIGNED',
      expectedVersion: 0,
      subjectZh: '案件 {{number}}',
      subjectEn: 'Case {{number}}',
      bodyZh: '您好',
      bodyEn: 'Hello',
      ...more,
    })

  it('is refused in the field in which the unknown placeholder stands', () => {
    const refused = given({ bodyEn: 'Dear {{client}}', subjectZh: '{{rows}}' })
    expect(refused.ok ? [] : refused.error.fields.map(({ path }) => path)).toEqual(['subjectZh', 'bodyEn'])
  })

  it('has a subject of one line', () => {
    expect(given({ subjectEn: 'a\nBcc: x@example.com' }).ok).toBe(false)
    expect(given({ subjectEn: ' ' }).ok).toBe(false)
    expect(given({}).ok).toBe(true)
  })

  it('is of a kind that there is', () => {
    expect(given({ key: 'NOTHING' }).ok).toBe(false)
  })
})
