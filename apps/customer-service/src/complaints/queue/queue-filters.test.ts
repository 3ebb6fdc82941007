import { describe, expect, it } from 'vitest'
import {
  countFilters,
  filterOf,
  NOTHING_CHOSEN,
  readQueue,
  writeQueue,
  type QueueState,
} from './queue-filters.ts'

const PROJECT = `prj_${'0'.repeat(31)}1`
const ZONE = 'Asia/Shanghai'

const everything: QueueState = {
  view: 'team',
  order: 'MOST_SEVERE',
  status: ['PROPOSED', 'APPROVED'],
  severity: [1, 2],
  kind: ['COMPLAINT'],
  channel: ['PHONE', 'HOTLINE_12345'],
  project: [PROJECT],
  department: [PROJECT.replace('prj', 'dep')],
  category: [PROJECT.replace('prj', 'cat')],
  assignee: PROJECT.replace('prj', 'stf'),
  from: '2026-11-01',
  to: '2026-11-30',
  number: '2611-',
}

describe('the address of a queue', () => {
  it('tells everything that is chosen, and brings it back', () => {
    expect(readQueue(new URLSearchParams(writeQueue(everything).toString()))).toEqual(everything)
  })

  it('is empty when nothing is chosen', () => {
    expect(writeQueue(NOTHING_CHOSEN).toString()).toBe('')
    expect(readQueue(new URLSearchParams())).toEqual(NOTHING_CHOSEN)
  })

  it.each([
    'view=everything&order=random',
    'status=DROPPED,&severity=0,9,one',
    "project=' or 1=1&assignee=me&number=%25&from=yesterday&to=",
  ])('%s means nothing and does no harm', (address) => {
    expect(readQueue(new URLSearchParams(address))).toEqual(NOTHING_CHOSEN)
  })

  it('keeps what it knows of a list', () => {
    expect(readQueue(new URLSearchParams('status=CLOSED,DROPPED,REGISTERED')).status).toEqual([
      'REGISTERED',
      'CLOSED',
    ])
  })
})

describe('what the server is asked', () => {
  it('counts days in the zone of the organization, the last one whole', () => {
    const { registeredFrom, registeredBefore } = filterOf(everything, ZONE)
    expect(registeredFrom).toBe('2026-10-31T16:00:00.000Z')
    expect(registeredBefore).toBe('2026-11-30T16:00:00.000Z')
  })

  it('leaves out what is not chosen', () => {
    expect(filterOf(NOTHING_CHOSEN, ZONE)).toEqual({ open: true })
    expect(filterOf({ ...NOTHING_CHOSEN, view: 'waiting' }, ZONE)).toEqual({ awaitingMe: true })
  })

  it('shows a closed case to whoever asks for closed ones', () => {
    expect(filterOf({ ...NOTHING_CHOSEN, view: 'mine', status: ['CLOSED'] }, ZONE)).toEqual({
      mine: true,
      status: ['CLOSED'],
    })
  })

  it('counts filters, not views and orders', () => {
    expect(countFilters(NOTHING_CHOSEN)).toEqual({ all: 0, rare: 0 })
    expect(countFilters(everything)).toEqual({ all: 10, rare: 6 })
  })
})
