import type { FastifyInstance } from 'fastify'
import { Person } from './as.ts'

const SIGN_IN = `mutation($input: SignInInput!) {
  signIn(input: $input) { __typename ... on Viewer { staff { id } } ... on UserError { code } } }`

/** Signs in as a person does; undefined where the answer sets no session. */
export const signedInBy = async (
  server: FastifyInstance,
  signInName: string,
  password: string,
): Promise<Person | undefined> => {
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: SIGN_IN, variables: { input: { signInName, password } } },
  })
  const token = response.cookies.find(({ name }) => name === 'steward')?.value
  const { data } = response.json<{ data: { signIn: { staff?: { id: string } } } }>()
  return token && data.signIn.staff ? new Person(server, data.signIn.staff.id, token) : undefined
}
