/** The views of grading, in the order of its head; each is a page with the same permission. */
export const GRADING_VIEWS = [
  { key: 'cycles', permission: 'gradingCycle:read' },
  { key: 'directory', permission: 'gradingCycle:read' },
  { key: 'changes', permission: 'evaluation:read' },
  { key: 'due', permission: 'gradingDue:read' },
  { key: 'standards', permission: 'metricEntry:read' },
  { key: 'simulations', permission: 'simulation:read' },
] as const
export type GradingView = (typeof GRADING_VIEWS)[number]['key']
