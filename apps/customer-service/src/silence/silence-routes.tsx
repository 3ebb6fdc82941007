import { lazyPage, type PortalCommand, type PortalRoute } from '@steward/portal'
import { SilenceIcon } from '@steward/ui'

/** The pages of silence. */
export const silenceRoutes: readonly PortalRoute[] = [
  {
    path: 'silence',
    page: lazyPage(async () => (await import('./silence-page.tsx')).SilencePage),
    permission: 'silenceAlert:read',
    menu: { label: { zh: '沉默预警', en: 'Silence' }, icon: <SilenceIcon /> },
  },
  {
    path: 'silence/steps',
    page: lazyPage(async () => (await import('./steps-page.tsx')).StepsPage),
    permission: 'silence:readFigures',
  },
  {
    path: 'silence/rfm',
    page: lazyPage(async () => (await import('./rfm-page.tsx')).RfmPage),
    permission: 'silence:readFigures',
  },
  {
    path: 'silence/backtest',
    page: lazyPage(async () => (await import('./backtest-page.tsx')).BacktestPage),
    permission: 'silence:readFigures',
  },
  {
    path: 'silence/:id',
    page: lazyPage(async () => (await import('./alert-page.tsx')).AlertPage),
    permission: 'silenceAlert:read',
  },
]

export const silenceCommands: readonly PortalCommand[] = [
  {
    key: 'loss-steps',
    label: { zh: '流失四步', en: 'Four steps to losing a client' },
    icon: <SilenceIcon />,
    path: 'silence/steps',
    permission: 'silence:readFigures',
  },
  {
    key: 'rfm',
    label: { zh: 'RFM 分布', en: 'RFM' },
    icon: <SilenceIcon />,
    path: 'silence/rfm',
    permission: 'silence:readFigures',
  },
  {
    key: 'silence-backtest',
    label: { zh: '沉默回测', en: 'Backtest of silence' },
    icon: <SilenceIcon />,
    path: 'silence/backtest',
    permission: 'silence:readFigures',
  },
]
