import type { ApolloServerPlugin } from '@apollo/server'
import type { RequestContext } from '../context.ts'
import { COST_OF } from '../reads/limits.ts'
import { charge } from './credential-budget.ts'

/** Tells a program with every answer what it cost and what is left: `extensions.cost`. */
export const costPlugin = (): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue: context }) => {
      if (!context.signedIn?.credential || response.body.kind !== 'single') return
      // Turned away before it was priced. Whether the point can still be paid changes nothing: it is an error already.
      if (!context.cost) await charge(context, COST_OF.refused).catch(() => undefined)
      const { singleResult } = response.body
      singleResult.extensions = { ...singleResult.extensions, cost: context.cost }
    },
  }),
})
