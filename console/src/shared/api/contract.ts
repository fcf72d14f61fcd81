/** The server's answers, as the two sides agreed on them. Instants are ISO-8601 UTC text; columns of series are epoch milliseconds. */

export interface Text {
  zh: string;
  en: string;
}

export interface Page<T> {
  items: T[];
  total: number;
}

export type Role = 'ADMIN' | 'ENGINEER' | 'OPERATOR' | 'VIEWER';

export interface SessionUser {
  id: number;
  username: string;
  displayName: string;
  roles: Role[];
  /** Asset ids of the plants this user may see; empty means all. */
  sites: number[];
}

export interface Session {
  user: SessionUser;
  mustChangePassword: boolean;
  mode: 'demo' | 'normal';
  banner?: Text | null;
  version: string;
  virtualPlant: boolean;
}

export interface User extends SessionUser {
  enabled: boolean;
  lastLogin?: string | null;
}

export interface AuditEntry {
  seq: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  detail: string;
  hash: string;
}

export interface About {
  name: string;
  version: string;
  commit: string;
  java: string;
  mode: string;
  licences?: { name: string; version: string; licence: string }[] | null;
}

export type AssetKind = 'GROUP' | 'COMPANY' | 'PLANT' | 'LINE' | 'EQUIPMENT';

export interface Asset {
  id: number;
  parentId?: number | null;
  kind: AssetKind;
  code: string;
  name: Text;
  template?: string | null;
  position?: { row: number; column: number } | null;
  attributes: Record<string, string>;
}

export interface Tag {
  id: number;
  name: string;
  assetId: number;
  quantity: string;
  label: Text;
  group: Text;
  unit: string;
  /** What the instrument can measure. */
  low?: number | null;
  high?: number | null;
  /** Where the quantity should be: the normal range. */
  limitLow?: number | null;
  limitHigh?: number | null;
  step: boolean;
  states?: { code: number; zh: string; en: string }[] | null;
  retentionClass: string;
  expectedPeriodSeconds?: number | null;
  virtual: boolean;
}

export interface SearchHit {
  kind: 'asset' | 'tag' | 'page';
  id: number;
  label: Text;
  path: string;
  link: string;
}

export interface PlotSeries {
  tag: number;
  /** Epoch milliseconds. */
  t: number[];
  /** null marks bad quality: a gap, never a line drawn through. */
  v: (number | null)[];
  q?: number[] | null;
}

export interface Plot {
  from: string;
  to: string;
  series: PlotSeries[];
  scanned: number;
  returned: number;
  millis: number;
}

export interface TagStatistics {
  tag: number;
  count: number;
  min?: number | null;
  max?: number | null;
  mean?: number | null;
  first?: number | null;
  last?: number | null;
  goodShare: number;
}

export interface ValueAt {
  tag: number;
  time?: string | number | null;
  value: number | null;
  quality: number;
  ageSeconds?: number | null;
}

export interface LiveValue {
  tag: number;
  time: number;
  value: number | null;
  quality: number;
  ageSeconds: number;
}

export interface AlarmCounts {
  p1: number;
  p2: number;
  p3: number;
}

export interface LiveStatus {
  newestAgeSeconds?: number | null;
  sources: { up: number; total: number };
  goodShare?: number | null;
  models: { champions: number; drifting: number };
  virtualPlant: boolean;
  serverTime: string;
  alarms: AlarmCounts;
}

export interface Job {
  id: number;
  kind: 'import' | 'training' | 'backfill' | 'export';
  title: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  message: string;
  startedAt: string;
  finishedAt?: string | null;
}

export type Priority = 1 | 2 | 3;

export type AlarmState = 'ACTIVE_UNACKED' | 'ACTIVE_ACKED' | 'CLEARED_UNACKED' | 'CLEARED' | 'SHELVED';

export interface Alarm {
  id: number;
  ruleId: number;
  assetId: number;
  tagId?: number | null;
  priority: Priority;
  state: AlarmState;
  title: Text;
  detail: Text;
  kind: 'LIMIT_HIGH' | 'LIMIT_LOW' | 'RATE' | 'STALE' | 'MODEL';
  value?: number | null;
  limit?: number | null;
  unit?: string | null;
  raisedAt: string;
  clearedAt?: string | null;
  acknowledgedBy?: string | null;
  acknowledgedAt?: string | null;
  shelvedUntil?: string | null;
  shelvedBy?: string | null;
  shelveReason?: string | null;
}

export interface AlarmRule {
  id: number;
  tagId?: number | null;
  assetId?: number | null;
  quantity?: string | null;
  kind: Alarm['kind'];
  priority: Priority;
  limit?: number | null;
  deadband: number;
  delaySeconds: number;
  enabled: boolean;
  title: Text;
  cause?: Text | null;
  consequence?: Text | null;
  action?: Text | null;
}

export interface PlantEvent {
  id: number;
  assetId: number;
  type: string;
  start: string;
  end?: string | null;
  attributes: Record<string, unknown>;
  parentId?: number | null;
  title: Text;
}

export interface EventType extends Text {
  code: string;
}

export interface Advice {
  id: number;
  assetId: number;
  kind: string;
  title: Text;
  from: number | null;
  to: number | null;
  unit: string;
  reason: Text;
  expected: {
    /** Name of the quantity in words, or its code with `label` beside it. */
    quantity: Text | string;
    label?: Text | null;
    change: number;
    low: number;
    high: number;
    unit: string;
    horizonHours: number;
  };
  money?: { perDay: number; plusMinus: number; currency: string } | null;
  guards: { name: Text; passed: boolean; detail: string }[];
  wouldChange: Text;
  priority: Priority;
  risk: 'low' | 'medium' | 'high';
  state: 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'EXPIRED';
  createdAt: string;
  expiresAt: string;
  decidedBy?: string | null;
  decidedAt?: string | null;
  decisionReason?: string | null;
  inputs: {
    label: Text;
    tagId?: number | null;
    value: number | null;
    unit: string;
    at: string;
    quality: number;
  }[];
  model?: { id: number; version: number; label: string } | null;
  virtual: boolean;
}

export interface ModelSummary {
  id: number;
  code: string;
  name: Text;
  assetId?: number | null;
  /** `quantity` is the code that tags carry; by it a page finds the model of a quantity. */
  target: { tagId?: number | null; quantity?: string | null; label: Text | string; unit: string };
  horizonSeconds: number;
  virtual: boolean;
  champion?: number | null;
  candidate?: number | null;
  status: 'ok' | 'watch' | 'drift' | 'untrained';
  lastScoredAt?: string | null;
  currentSkill?: number | null;
}

export interface ModelVersion {
  version: number;
  createdAt: string;
  trainedOn: { from: string; to: string; rows: number; hash: string };
  codeVersion: string;
  algorithm: string;
  metrics: { mae: number; rmse: number; r2: number; coverage80: number; skill: number };
  baselines: { name: string; mae: number; rmse: number }[];
  alias?: 'champion' | 'candidate' | 'shadow' | null;
  seed: number;
}

export interface Model extends ModelSummary {
  versions: ModelVersion[];
}

export interface GateResult {
  passed: boolean;
  checks: { name: string; passed: boolean; detail: string }[];
}

export interface Backtest {
  t: number[];
  actual: (number | null)[];
  predicted: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  baseline: (number | null)[];
  baselineName: string;
  errors: { edges: number[]; counts: number[] };
  importance: { feature: string; label: string; meanAbsShap: number; unit: string }[];
}

export interface ModelLive {
  t: number[];
  predicted: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  actual: (number | null)[];
  explanation: { feature: string; value: number | null; contribution: number }[];
  envelope: { inside: boolean; distance: number; limit: number };
}

export interface Drift {
  features: { feature: string; psi: number; ks: number; state: 'ok' | 'watch' | 'act' }[];
  residual: { cusum: number; limit: number; state: string };
  coverage80: number;
  rows: number;
  at: string;
}

export interface Connection {
  id: number;
  name: string;
  kind: 'OPC_UA';
  endpoint: string;
  securityPolicy: string;
  username?: string | null;
  enabled: boolean;
  desired: 'RUNNING' | 'STOPPED';
  actual: 'RUNNING' | 'CONNECTING' | 'RETRYING' | 'STOPPED';
  detail: string;
  tags: number;
  staleTags: number;
  rate: number;
  newestAgeSeconds?: number | null;
  ageP99Seconds?: number | null;
  received: number;
  lost: number;
  buffered: number;
  lastError?: string | null;
  lastErrorAt?: string | null;
  reconnects: number;
}

export interface BrowseNode {
  nodeId: string;
  browseName: string;
  displayName: string;
  kind: 'FOLDER' | 'VARIABLE';
  dataType?: string | null;
  unit?: string | null;
  hasChildren: boolean;
  tagId?: number | null;
}

export interface ConnectionTag {
  tagId: number;
  name: string;
  nodeId: string;
  lastTime?: string | null;
  ageSeconds?: number | null;
  quality?: number | null;
  stale: boolean;
}

export interface Import {
  id: number;
  fileName: string;
  bytes: number;
  state: 'PREVIEW' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  createdAt: string;
  by: string;
  preview?: {
    separator: string;
    encoding: string;
    timeColumn?: string | null;
    timeFormat?: string | null;
    zone: string;
    columns: { name: string; kind: 'TIME' | 'NUMBER' | 'TEXT'; sample: string[] }[];
    rows: string[][];
  } | null;
  report?: {
    rows: number;
    points: number;
    rejected: number;
    repaired: number;
    rejects: { line: number; reason: string }[];
    from?: string | null;
    to?: string | null;
    seconds: number;
  } | null;
  jobId?: number | null;
}

export interface Figure {
  code: string;
  label: Text;
  value: number | null;
  /** Digits after the point; without it as many as the size asks. */
  digits?: number | null;
  unit: string;
  note: Text;
  link?: string | null;
}

export interface Abnormal {
  priority: Priority;
  assetId: number;
  path: string;
  what: Text;
  why: Text;
  value?: number | null;
  unit?: string | null;
  low?: number | null;
  high?: number | null;
  scaleLow?: number | null;
  scaleHigh?: number | null;
  since: string;
  adviceCount: number;
  alarmIds: number[];
}

export interface SiteSummary {
  assetId: number;
  name: Text | string;
  figures?: { volts?: number | null; current?: number | null } | null;
  alarms: AlarmCounts;
  newestAgeSeconds?: number | null;
  goodShare?: number | null;
  mode: string;
  spark: (number | null)[];
}

export interface Overview {
  sentence: Text;
  figures: Figure[];
  abnormal: Abnormal[];
  advice: Advice[];
  sites: SiteSummary[];
  lossMoney?: number | null;
}

export interface PotLine {
  assetId: number;
  code: string;
  name: Text;
  pots: number;
}

export interface PotCell {
  assetId: number;
  number: string | number;
  state: 'RUNNING' | 'START_UP' | 'STOPPED';
  priority?: Priority | null;
  adviceId?: number | null;
  temperature?: number | null;
  temperatureTarget: number;
  temperatureAgeHours?: number | null;
  volts?: number | null;
  noise?: number | null;
  stale: boolean;
  todayWork: string[];
}

export interface PotMap {
  line: { assetId: number; code: string; name: Text };
  figures: Figure[];
  sentence: Text;
  rows: { hall: string; label: Text | string; pots: PotCell[] }[];
  counts: Record<string, number>;
}

export interface PotStateValue {
  quantity: string;
  label: Text;
  value: number | null;
  unit: string;
  ageSeconds?: number | null;
  quality: number;
  low?: number | null;
  high?: number | null;
  scaleLow?: number | null;
  scaleHigh?: number | null;
  model?: string | null;
}

export interface Pot {
  assetId: number;
  number: string | number;
  ageDays?: number | null;
  mode: string;
  state: PotStateValue[];
  tags: Record<string, number>;
  advice: Advice[];
  events: PlantEvent[];
  alarms: Alarm[];
  explanation: { label: Text | string; contribution: number; unit: string }[];
  results: {
    date: string;
    advice: string;
    expected: number;
    measured: number | null;
    unit: string;
    inside: boolean;
  }[];
}

/** RFC 9457 problem document. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string | null;
  where?: string | null;
  remedy?: string | null;
  requestId?: string | null;
  fields?: { field: string; value?: unknown; allowed?: string }[] | null;
}
