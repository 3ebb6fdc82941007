export { ProofDesk, useWithProof } from './account/proof.tsx'
export { RefusalDetails } from './acts/refusal-details.ts'
export { useCheckInput } from './acts/use-check-input.ts'
export { useAct, type Outcome } from './acts/use-act.ts'
export { useFreshAct } from './acts/use-fresh-act.ts'
export { useDraft, type Draft } from './acts/use-draft.ts'
export { useRefreshOnReturn } from './acts/use-refresh-on-return.ts'
export {
  CONTRACT,
  type Found,
  type PortalCommand,
  type PortalFinder,
  type PortalModule,
  type PortalRoute,
} from './contract.ts'
export { ConfirmArchive, confirmTexts } from './duty/confirm-archive.tsx'
export { ArchiveDuty } from './duty/duty-documents.ts'
export { DutyPage, type DutyClient } from './duty/duty-page.tsx'
export { byPartName, GapTags, inOrder, partOf, usePartName, type ArchiveGap } from './duty/gap-words.tsx'
export { AskForUse } from './exports/ask-for-use.tsx'
export { FailureState } from './failure/failure-state.tsx'
export { useFailure } from './failure/failure-texts.ts'
export { gradeTone } from './grading/grade-tones.ts'
export { CriterionScale, GradeBar } from './grading/standard-drawings.tsx'
export { standardOf, StandardParts } from './grading/standard-parts.ts'
export { StandardView } from './grading/standard-view.tsx'
export { ViewerPanel } from './frame/viewer-panel.tsx'
export { CaseHandover } from './handovers/handover-of-case.tsx'
export { handoverCommand, handoverRoutes } from './handovers/handover-routes.tsx'
export { ReceiverFields, receiverIn, useOwnDepartment } from './handovers/receiver-fields.tsx'
export { WaitingHandovers } from './handovers/waiting-handovers.tsx'
export { messages, useMessages, useSay, type Messages, type Say } from './i18n/messages.ts'
export { useList } from './i18n/use-list.ts'
export { useSaidBy, useWithNote } from './i18n/use-with-note.ts'
export { useShortcut } from './keys/use-shortcut.ts'
export { usePageCommands } from './palette/page-commands.tsx'
export { LiveMark } from './live/live-mark.tsx'
export { Onlookers } from './live/onlookers.tsx'
export { useLiveRecord, useLiveTypes } from './live/use-live.ts'
export {
  AGE_TONES,
  Amount,
  DUNNING_TONES,
  RECEIVABLE_TONES,
  useMoneyText,
  usePercent,
} from './money/money-words.tsx'
export { AddBuilding } from './places/add-building.tsx'
export { AddUnits } from './places/add-units.tsx'
export { PersonSelect } from './people/person-select.tsx'
export { DueMark } from './promises/due-mark.tsx'
export { DueTimeArithmetic } from './promises/due-time-arithmetic.tsx'
export { PromiseOutlook } from './promises/promise-outlook.tsx'
export { usePagePath } from './routing/use-page-path.ts'
export { lazyPage, usePortalPath } from './routing/routes.tsx'
export { placesOf } from './receptions/client-pick.tsx'
export { AmendReceptionForm, NoteReception } from './receptions/note-reception.tsx'
export { receptionCommand, receptionFinder, receptionRoutes } from './receptions/reception-routes.tsx'
export { useListColumns } from './settings/list-columns.tsx'
export { PolicyPanel } from './settings/policy-panel.tsx'
export { useToday } from './session/use-today.ts'
export { useMay, useViewer, type Viewer } from './session/viewer.tsx'
export { BehalfField, initialBehalf, sentBehalf } from './signings/behalf.tsx'
export { planCommand, planRoutes } from './maintenance-plans/plan-routes.tsx'
export { MachinePlans } from './maintenance-plans/machine-plans.tsx'
export { PlanTag } from './maintenance-plans/plan-tags.tsx'
export { planProposalRoutes, planTemplateRoutes } from './plan-templates/plan-template-routes.tsx'
export { inventoryRoutes } from './inventory/inventory-routes.tsx'
export { custodyRoutes } from './custody/custody-routes.tsx'
export {
  subjectRequestCommand,
  subjectRequestDeskRoutes,
  subjectRequestRoutes,
} from './subject-requests/subject-request-routes.tsx'
export { DestructionFields } from './custody/destruction-fields.tsx'
export { PlanTasksToday } from './plan-tasks/plan-tasks-today.tsx'
export { planTaskRoutes } from './plan-tasks/plan-task-routes.tsx'
export { signingRoutes } from './signings/signing-routes.tsx'
export { SIGNING_TONES, SigningWay } from './signings/signing-way.tsx'
export { SignedVerbForm, SignedVerbs, type OpenedVerb } from './signings/signed-verbs.tsx'
export { useOpenedSigning } from './signings/use-opened-signing.ts'
export { startPortal } from './start/start-portal.tsx'
export { startShell } from './start/start-shell.tsx'
export { SavedViewTabs } from './views/saved-view-tabs.tsx'
export { useSavedViews, type SavedViews } from './views/use-saved-views.tsx'
export { useWorkTab } from './tabs/work-context.tsx'
