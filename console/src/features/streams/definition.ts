import type { Text } from '@/shared/api/contract';

export const KINDS = ['calculation', 'rule', 'window', 'state-machine'] as const;
export type Kind = (typeof KINDS)[number];

export const FIGURES = ['mean', 'min', 'max', 'first', 'last', 'integral', 'count', 'known-seconds'] as const;
export const ATTRIBUTE_FIGURES = ['mean', 'min', 'max', 'first', 'last', 'change'] as const;

/** A job as the server reads and writes it; docs/streams.md says what each field means. */
export type Definition = Record<string, unknown>;

export interface Input {
  /** Short name in expressions. */
  name: string;
  /** Tag, or its pattern with `{asset}`. */
  tag: string;
}

export interface Output {
  figure?: string;
  tag: string;
  unit: string;
}

export interface Way {
  from: string;
  to: string;
  when: string;
  delay: string;
}

export interface Kept {
  name: string;
  figure: string;
  of: string;
}

/** A job while a person writes it: all fields of all kinds as text, so that switching the kind loses nothing. */
export interface Draft {
  name: Text;
  kind: Kind;
  assets: string[];
  inputs: Input[];
  lateness: string;
  expression: string;
  output: Output;
  deadband: string;
  windowKind: 'tumbling' | 'sliding' | 'session';
  length: string;
  every: string;
  silence: string;
  outputs: Output[];
  way: 'above' | 'below' | 'when';
  value: string;
  limit: string;
  hysteresis: string;
  when: string;
  until: string;
  delay: string;
  clearDelay: string;
  priority: number;
  title: Text;
  event: string;
  states: string[];
  transitions: Way[];
  attributes: Kept[];
}

export const emptyDraft: Draft = {
  name: { zh: '', en: '' },
  kind: 'rule',
  assets: [],
  inputs: [{ name: 'x', tag: '' }],
  lateness: '2s',
  expression: 'x',
  output: { tag: '', unit: '' },
  deadband: '',
  windowKind: 'tumbling',
  length: '10m',
  every: '1m',
  silence: '5m',
  outputs: [{ figure: 'mean', tag: '', unit: '' }],
  way: 'above',
  value: 'x',
  limit: '',
  hysteresis: '0',
  when: 'x > 0',
  until: '',
  delay: '10s',
  clearDelay: '0s',
  priority: 3,
  title: { zh: '', en: '' },
  event: '',
  states: ['idle', 'busy'],
  transitions: [
    { from: 'idle', to: 'busy', when: 'x > 0', delay: '0s' },
    { from: 'busy', to: 'idle', when: 'x <= 0', delay: '0s' },
  ],
  attributes: [],
};
