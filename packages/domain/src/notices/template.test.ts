import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACEHOLDERS } from './placeholders.ts'
import { placeholdersIn, textToHtml, renderLine, renderText, templateErrors } from './template.ts'
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

  it('escapes everything in HTML but its own paragraphs, breaks and our links', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (template, value) => {
        const html = textToHtml(renderText(`${template}{{actor}}`, { actor: value }), 'https://s.example/')
        expect(html.replace(/<\/?p>|<br>|<a href="https:\/\/s\.example\/[^"<>]*">|<\/a>/g, '')).not.toMatch(
          /[<>"']/,
        )
      }),
    )
    expect(textToHtml('<b>x</b>\n"\n\n末', 'https://s.example/')).toBe(
      '<p>&lt;b&gt;x&lt;/b&gt;<br>&quot;</p>\n<p>末</p>',
    )
  })

  it('links our own addresses and nobody else’s', () => {
    const html = textToHtml(
      '开：https://s.example/a?b=1&c=" x\nhttps://s.example/b http://evil.example/',
      'https://s.example/',
    )
    expect(html).toBe(
      '<p>开：https://s.example/a?b=1&amp;c=&quot; x<br><a href="https://s.example/b">https://s.example/b</a> http://evil.example/</p>',
    )
    expect(textToHtml('javascript:alert(1)', 'https://s.example/')).not.toContain('<a')
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
