import { graphql } from '@steward/graphql-client'
import type { PortalFinder } from '@steward/portal'
import { DocumentIcon } from '@steward/ui'

const DocumentsByTitle = graphql(/* GraphQL */ `
  query DocumentsByTitle($search: String!) {
    controlledDocuments(first: 6, filter: { search: $search }) {
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`)

/** A controlled document by its number or a part of its title. */
export const documentFinder: PortalFinder = {
  key: 'documents',
  title: { zh: '受控文件', en: 'Documents' },
  icon: <DocumentIcon />,
  permission: 'document:read',
  wants: (typed) => typed !== '',
  async find(search, { client }) {
    const { data } = await client.query({
      query: DocumentsByTitle,
      variables: { search },
      fetchPolicy: 'network-only',
    })
    return (data?.controlledDocuments.edges ?? []).map(({ node }) => ({
      key: node.id,
      label: node.title,
      note: node.number,
      path: `documents/${node.id}`,
    }))
  },
}
