import { ProposalIcon, TemplateIcon } from '@steward/ui'
import type { PortalRoute } from '../contract.ts'
import { lazyPage } from '../routing/routes.tsx'

/** Templates have the same pages in both portals: for grades in the one, for classes of machines in the other. */
export const planTemplateRoutes: readonly PortalRoute[] = [
  {
    path: 'plan-templates',
    page: lazyPage(async () => (await import('./templates-page.tsx')).PlanTemplatesPage),
    permission: 'planTemplate:read',
    menu: { label: { zh: '方案模板', en: 'Plan templates' }, icon: <TemplateIcon /> },
  },
  {
    path: 'plan-templates/new',
    page: lazyPage(async () => (await import('./template-editor-page.tsx')).AddPlanTemplatePage),
    permission: 'planTemplate:add',
  },
  {
    path: 'plan-templates/:id',
    page: lazyPage(async () => (await import('./template-page.tsx')).PlanTemplatePage),
    permission: 'planTemplate:read',
  },
]

/** What a directory proposes is for whoever writes plans for clients. */
export const planProposalRoutes: readonly PortalRoute[] = [
  {
    path: 'plan-proposals',
    page: lazyPage(async () => (await import('./proposals-page.tsx')).PlanProposalsPage),
    permission: 'planProposal:read',
    menu: { label: { zh: '方案建议', en: 'Plan proposals' }, icon: <ProposalIcon /> },
  },
]
