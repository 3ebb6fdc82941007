/**
 * Pages through everything that the program registered, with graphql-request instead of bare fetch.
 * STEWARD_CREDENTIAL=stw_… node infra/examples/page-through-queue.mjs 50
 */
import { GraphQLClient } from 'graphql-request'
import { documentOf, endpoint, headers } from './steward.mjs'

const client = new GraphQLClient(endpoint, { headers })
const first = Number(process.argv[2] ?? 50)

/** One page after the other: paging is by keyset, so the thousandth page costs what the first costs. */
async function* cases() {
  let after = null
  do {
    const { complaints } = await client.request(documentOf('page-through-queue'), { first, after })
    yield* complaints.edges.map(({ node }) => node)
    after = complaints.pageInfo.hasNextPage ? complaints.pageInfo.endCursor : null
  } while (after !== null)
}

let count = 0
for await (const { number, status, summary } of cases()) {
  console.log(`${number} ${status} ${summary ?? ''}`.trimEnd())
  count += 1
}
console.log(`${count} cases`)
