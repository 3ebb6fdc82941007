import { afterEach, describe, expect, it, vi } from 'vitest'
import { saveProof } from './save-proof.ts'

afterEach(() => vi.unstubAllGlobals())

const answers = (answer: Response | Error) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))),
  )

describe('fetching a proof', () => {
  it('hands it to the browser under the number of the case', async () => {
    answers(new Response('{}'))
    const taken: string[] = []
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      taken.push(this.download)
    })
    expect(await saveProof('cmp_1', '2611-0042', 'en')).toEqual({ saved: true })
    expect(taken).toEqual(['2611-0042.proof.json'])
    expect(fetch).toHaveBeenCalledWith('/files/proofs/cmp_1.json', { headers: { 'accept-language': 'en' } })
    click.mockRestore()
  })

  it('gives the words of a refusal, and none where no answer came or it is none of ours', async () => {
    answers(new Response(JSON.stringify({ errors: [{ message: 'try again' }] }), { status: 409 }))
    expect(await saveProof('cmp_1', '1', 'en')).toEqual({ saved: false, why: 'try again' })
    answers(new Response('<html>', { status: 502 }))
    expect(await saveProof('cmp_1', '1', 'en')).toEqual({ saved: false, why: null })
    answers(new TypeError('network'))
    expect(await saveProof('cmp_1', '1', 'en')).toEqual({ saved: false, why: null })
  })
})
