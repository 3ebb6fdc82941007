import { describe, expect, it } from 'vitest'
import { COMPLAINT_ACTIONS } from '../complaints/vocabulary.ts'
import { COMPLAINT_TRANSITIONS } from '../complaints/complaint-transitions.ts'
import { parseInput } from '../input.ts'
import { WEBHOOK_EVENTS, webhookEventOf } from './webhook-events.ts'
import { WEBHOOK_INPUTS, webhookUrlProblem } from './webhook-inputs.ts'
import { nextWebhookAttempt, WEBHOOK_RETRY_PAUSES, webhookPauseAfter } from './webhook.ts'

describe('events', () => {
  it('tell exactly of the verbs that give a case another status', () => {
    const told = COMPLAINT_ACTIONS.filter((action) => webhookEventOf(`complaint:${action}`))
    const changing = COMPLAINT_ACTIONS.filter((action) =>
      COMPLAINT_TRANSITIONS.some((row) => row.action === action && row.to !== 'SAME'),
    )
    expect(told).toEqual(changing)
  })

  it('are named as Standard Webhooks wants it, each once', () => {
    for (const event of WEBHOOK_EVENTS) expect(event).toMatch(/^complaint\.[a-z]+(_[a-z]+)*$/)
    expect(new Set(WEBHOOK_EVENTS).size).toBe(WEBHOOK_EVENTS.length)
  })

  it.each(['task:accept', 'complaint:constructor', 'system', 'complaint:readFacts', ''])(
    'do not tell of %s',
    (verb) => expect(webhookEventOf(verb)).toBeUndefined(),
  )
})

describe('the address of an endpoint', () => {
  it.each([
    'https://hooks.example.com/steward',
    'https://example.com',
    'https://a-b.example.cn:443/x?key=1',
    'HTTPS://Example.com/',
    'https://xn--fiq228c.com/',
  ])('%s is fine', (url) => expect(webhookUrlProblem(url)).toBeUndefined())

  it.each([
    ['http://example.com/', /https:\/\//],
    ['ftp://example.com/', /https:\/\//],
    ['https://', /whole address/],
    ['https:///path', /whole address/],
    ['https://exa mple.com/', /host name/],
    ['https://example.com/a b', /whole address/],
    ['https://user:word@example.com/', /user name/],
    ['https://@example.com/', /user name/],
    ['https://example.com:8443/', /port/],
    ['https://example.com:/', /port/],
    ['https://example.com/#part', /#/],
    ['https://localhost/', /public internet/],
    ['https://127.0.0.1/', /public internet/],
    ['https://2130706433/', /public internet/],
    ['https://0x7f.1/', /public internet/],
    ['https://[::1]/', /public internet/],
    ['https://printer.local/', /public internet/],
    ['https://metadata.google.internal/', /public internet/],
    ['https://10.0.0.1.in-addr.arpa/', /public internet/],
    ['https://example.com\\@127.0.0.1/', /whole address|user name|public internet/],
  ])('%s is refused, and it is said why', (url, reason) => {
    expect(webhookUrlProblem(url)?.en).toMatch(reason)
    const parsed = parseInput(WEBHOOK_INPUTS.add, { url, events: ['complaint.closed'] })
    expect(parsed).toMatchObject({ ok: false, error: { fields: [{ path: 'url' }] } })
  })
})

describe('a message that is not taken', () => {
  const now = new Date('2026-03-01T00:00:00Z')

  it('is tried again ever later, for more than three days, and then no more', () => {
    const pauses = WEBHOOK_RETRY_PAUSES.map(
      (_, at) => nextWebhookAttempt(at + 1, now)!.getTime() - now.getTime(),
    )
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(pauses[0]).toBe(5_000)
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(3 * 86_400_000)
    expect(nextWebhookAttempt(pauses.length + 1, now)).toBeUndefined()
  })

  it('pauses its endpoint at 410, and after three days of nothing else', () => {
    const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
    expect(webhookPauseAfter({ httpStatus: 410, failingSince: now }, now)).toBe('GONE')
    expect(webhookPauseAfter({ httpStatus: 500, failingSince: before(71.9) }, now)).toBeUndefined()
    expect(webhookPauseAfter({ httpStatus: null, failingSince: before(72) }, now)).toBe('FAILING')
  })
})
