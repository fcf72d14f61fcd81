import type { Text } from '@/shared/api/contract';
import { type Definition, type Draft, emptyDraft, KINDS, type Output } from './definition';

const text = (value: unknown, otherwise = '') =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;
const record = (value: unknown) =>
  (value && typeof value === 'object' ? value : {}) as Record<string, unknown>;
const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);

/** A number where the text is one, else the text itself: the server says what is wrong with it. */
const number = (value: string) => {
  const known = Number(value);
  return value.trim() !== '' && Number.isFinite(known) ? known : value.trim() || undefined;
};
const words = (value: string) => value.trim() || undefined;

function outputOf(value: unknown, figure?: string): Output {
  const { tag, unit } = record(value);
  return { figure, tag: text(tag), unit: text(unit) };
}

/** The draft of what the server keeps. */
export function draftOf(name: Text, given: Definition): Draft {
  const kind = KINDS.find(one => one === given.kind) ?? 'rule';
  const window = record(given.window);
  const way = (['above', 'below'] as const).find(one => given[one] !== undefined) ?? 'when';
  const title = record(given.title);
  return {
    ...emptyDraft,
    name,
    kind,
    assets: list(given.assets).map(one => text(one)),
    inputs: Object.entries(record(given.inputs)).map(([short, tag]) => ({ name: short, tag: text(tag) })),
    lateness: text(given.lateness, '2s'),
    expression: text(given.expression, emptyDraft.expression),
    output: outputOf(given.output),
    deadband: text(record(given.output).deadband),
    windowKind: (['tumbling', 'sliding', 'session'] as const).find(one => one === window.kind) ?? 'tumbling',
    length: text(window.length, '10m'),
    every: text(window.every, '1m'),
    silence: text(window.silence, '5m'),
    outputs: Object.entries(record(given.outputs)).map(([figure, one]) => outputOf(one, figure)),
    way: kind === 'rule' ? way : 'above',
    value: text(given.value, emptyDraft.value),
    limit: text(given.above ?? given.below),
    hysteresis: text(given.hysteresis, '0'),
    when: text(given.when, emptyDraft.when),
    until: text(given.until),
    delay: text(given.delay, '0s'),
    clearDelay: text(given.clearDelay, '0s'),
    priority: typeof given.priority === 'number' ? given.priority : 3,
    title: { zh: text(title.zh), en: text(title.en) },
    event: text(given.event),
    states: list(given.states).map(one => text(one)),
    transitions: list(given.transitions).map(one => {
      const { from, to, when, delay } = record(one);
      return { from: text(from), to: text(to), when: text(when), delay: text(delay, '0s') };
    }),
    attributes: list(given.attributes).map(one => {
      const { name: called, figure, of } = record(one);
      return { name: text(called), figure: text(figure, 'max'), of: text(of) };
    }),
  };
}

const output = (one: Output) => ({ tag: one.tag.trim(), unit: words(one.unit) });

function windowOf(draft: Draft) {
  switch (draft.windowKind) {
    case 'tumbling':
      return { kind: 'tumbling', length: draft.length };
    case 'sliding':
      return { kind: 'sliding', length: draft.length, every: draft.every };
    case 'session':
      return { kind: 'session', silence: draft.silence };
  }
}

function ruleOf(draft: Draft) {
  const { way } = draft;
  const condition =
    way === 'when'
      ? { when: draft.when, until: words(draft.until) }
      : { value: draft.value, [way]: number(draft.limit), hysteresis: number(draft.hysteresis) };
  return {
    ...condition,
    delay: words(draft.delay),
    clearDelay: words(draft.clearDelay),
    priority: draft.priority,
    title: { zh: words(draft.title.zh) ?? draft.name.zh, en: words(draft.title.en) ?? draft.name.en },
  };
}

function ownOf(draft: Draft): Definition {
  switch (draft.kind) {
    case 'calculation':
      return {
        expression: draft.expression,
        output: { ...output(draft.output), deadband: number(draft.deadband) },
      };
    case 'window':
      return {
        expression: draft.expression,
        window: windowOf(draft),
        outputs: Object.fromEntries(draft.outputs.map(one => [one.figure ?? 'mean', output(one)])),
      };
    case 'rule':
      return ruleOf(draft);
    case 'state-machine':
      return {
        event: draft.event,
        states: draft.states,
        transitions: draft.transitions.map(one => ({ ...one, delay: words(one.delay) })),
        attributes: draft.attributes,
      };
  }
}

/** What the server is given. */
export function toDefinition(draft: Draft): Definition {
  return {
    kind: draft.kind,
    ...(draft.assets.length > 0 ? { assets: draft.assets } : {}),
    inputs: Object.fromEntries(draft.inputs.map(one => [one.name.trim(), one.tag.trim()])),
    lateness: words(draft.lateness),
    ...ownOf(draft),
  };
}
