/**
 * Body of every query resolver. The read path answers queries from their projections and never calls it; TypeGraphQL only
 * takes the schema from the method. Reaching it is a fault of ours: a document went past the compiler.
 */
export const compiled = (): never => {
  throw new Error('This field is answered by the read path (src/reads), not by its resolver')
}
