/** A program at the API: one keep-alive agent, one session, plain GraphQL over HTTP. */
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** One POST; rejects when the connection breaks. */
export const post = (
  url: URL,
  payload: string,
  headers: Readonly<Record<string, string>> = {},
  through = agent,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: through,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(payload),
          ...headers,
        },
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (body += chunk))
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        )
        response.once('error', reject)
      },
    )
    sent.once('error', reject)
    sent.setTimeout(30_000, () => sent.destroy(new Error('no answer in 30 s')))
    sent.end(payload)
  })

/** Signs in as a seeded person of the demonstration who has that role; answers the cookie. */
export const signInAs = async (address: string, role: string): Promise<string> => {
  const url = new URL('/graphql', address)
  const people = await post(url, JSON.stringify({ query: '{ demonstrationSignIns { signInName roles } }' }))
  const { demonstrationSignIns } = (
    JSON.parse(people.body) as { data: { demonstrationSignIns: { signInName: string; roles: string[] }[] } }
  ).data
  const person = demonstrationSignIns.find(({ roles }) => roles.includes(role))
  if (!person) throw new Error(`The demonstration has nobody in the role ${role}`)
  const query = 'mutation($input: SignInAsInput!) { signInAs(input: $input) { __typename } }'
  const { headers } = await post(
    url,
    JSON.stringify({ query, variables: { input: { signInName: person.signInName } } }),
  )
  return String(headers['set-cookie']).split(';')[0]!
}
