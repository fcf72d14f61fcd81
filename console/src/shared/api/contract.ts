/**
 * The server's answers under the names that pages use. The types are made from openapi.json (npm run api), so a page
 * that disagrees with the server does not compile. Instants are ISO-8601 UTC text; columns of series are epoch
 * milliseconds; a number that is not known is null or absent.
 */
import type { components } from '#openapi';

type Schemas = components['schemas'];

export interface Page<T> {
  items: T[];
  total: number;
}

export type Text = Schemas['Text'];
export type Problem = Pick<Schemas['Problem'], 'title' | 'status'> & Partial<Schemas['Problem']>;

export type About = Schemas['About'];
export type LinkedComponent = Schemas['LinkedComponent'];
export type Session = Schemas['Session'];
export type User = Schemas['User'];
export type Role = User['roles'][number];
export type AuditEntry = Schemas['AuditLine'];
export type AuditVerdict = Schemas['AuditVerdict'];
export type Job = Schemas['Job'];

export type Asset = Schemas['AssetView'];
export type AssetKind = Asset['kind'];
export type Tag = Schemas['Tag'];
export type Template = Schemas['Template'];
export type TemplateTag = Schemas['TemplateTag'];
export type SearchHit = Schemas['SearchHit'];

export type Plot = Schemas['PlotAnswer'];
export type PlotSeries = Schemas['PlotLine'];
export type TagStatistics = Schemas['TagFigures'];
export type ValueAt = Schemas['ValueAtInstant'];
export type LiveValue = Schemas['LiveValue'];
export type Correction = Schemas['CorrectionView'];
export type LiveStatus = Schemas['LiveStatus'];

export type Alarm = Schemas['AlarmView'];
export type AlarmRule = Schemas['AlarmRuleView'];
export type Priority = Alarm['priority'];
export type PlantEvent = Schemas['EventView'];
export type EventType = Schemas['EventTypeView'];
export type Advice = Schemas['AdviceView'];
export type AdviceOutcome = Schemas['AdviceOutcome'];
export type AdviceScore = Schemas['AdviceScore'];

export type ModelSummary = Schemas['ModelSummaryView'];
export type Model = Schemas['ModelView'];
export type ModelVersion = Schemas['ModelVersionView'];
export type GateResult = Schemas['GateVerdict'];
export type Backtest = Schemas['BacktestView'];
export type ModelLive = Schemas['LivePredictionsView'];
export type Drift = Schemas['ModelDriftView'];

export type StreamJob = Schemas['StreamJobView'];
export type StreamMode = StreamJob['mode'];
export type StreamFault = Schemas['StreamFaultView'];
export type StreamPlace = Schemas['StreamPlaceView'];
export type StreamTrial = Schemas['StreamTrialView'];
export type StreamPeriod = Schemas['StreamPeriodView'];

export type Connection = Schemas['Connection'];
export type ConnectionEdit = Schemas['ConnectionEdit'];
export type JsonMapping = Schemas['JsonMappingSettings'];
export type RejectedMessage = Schemas['RejectedMessage'];
export type ConnectionTag = Schemas['ConnectionTag'];
export type ServerCertificate = Schemas['ServerCertificate'];
export type ConnectionTest = Schemas['ConnectionTest'];
export type BrowseNode = Schemas['ConnectionNode'];
export type TagImport = Schemas['Report'];

export type Import = Schemas['Import'];
export type ImportOptions = Schemas['ImportOptions'];
export type ImportMapping = Schemas['ImportMapping'];
export type ImportColumn = Schemas['ImportColumn'];
export type ImportPreview = Schemas['ImportPreview'];
export type ImportPreviewColumn = Schemas['ImportPreviewColumn'];
export type ImportNewTag = Schemas['ImportNewTag'];
export type ImportReport = Schemas['ImportOutcome'];
export type ImportRemark = Schemas['ImportRemark'];

export type Figure = Schemas['GroupFigure'];
export type Abnormal = Schemas['AbnormalView'];
export type SiteSummary = Schemas['SiteView'];
export type Overview = Schemas['OverviewView'];

export type PotLine = Schemas['PotLineView'];
export type PotCell = Schemas['PotOnMap'];
export type PotMap = Schemas['PotMapView'];
export type PotStateValue = Schemas['PotFigure'];
export type Pot = Schemas['PotView'];
export type Kept = Schemas['Kept'];
export type PotResult = Schemas['PotResult'];

export type PlannedPlant = Schemas['PlannedPlantView'];
export type Plan = Schemas['PlanView'];
export type PlanChange = Schemas['PlanChange'];
export type Lateness = Schemas['Lateness'];
export type PromiseAnswer = Schemas['PromiseView'];
export type RepairAnswer = Schemas['RepairView'];
export type SheetsAnswer = Schemas['SheetsView'];
export type SheetTable = Schemas['SheetTableView'];
export type SheetColumn = Schemas['SheetColumnView'];
export type SheetFault = Schemas['SheetFaultView'];
export type OrderChange = Schemas['OrderChange'];
export type OperationReport = Schemas['OperationReport'];
export type ReportsAnswer = Schemas['ReportsView'];
export type LoadAnswer = Schemas['LoadView'];
export type DayLoad = Schemas['PlantLoad'];
export type PlanVersion = Schemas['PlanVersion'];
export type Comparison = Schemas['PlanComparison'];
export type PlanSide = Schemas['Side'];
export type OrderEnds = Schemas['OrderEnds'];
