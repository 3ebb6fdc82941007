/** The address names which agreement is to be signed: prices of the same page are signed by the same words. */
export const AGREEMENT_PARAMETER = 'agreement'
