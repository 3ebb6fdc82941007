/** A verb of a transition table as its enum value: `recordFindings` → `RECORD_FINDINGS`. */
export const actionName = (action: string): string =>
  action.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
