import type { Advice } from '@/shared/api/contract';

export const ORDERS = ['priority', 'money', 'risk', 'expiry'] as const;
export type Order = (typeof ORDERS)[number];

const RISK = { low: 0, medium: 1, high: 2 };
const money = (one: Advice) => one.money?.perDay ?? -Infinity;
const step = (one: Advice) => Math.abs(one.to - one.from);
const expiry = (one: Advice) => Date.parse(one.expiresAt);

const COMPARE: Record<Order, (a: Advice, b: Advice) => number> = {
  priority: (a, b) =>
    a.priority - b.priority || money(b) - money(a) || step(b) - step(a) || expiry(a) - expiry(b),
  money: (a, b) => money(b) - money(a),
  risk: (a, b) => RISK[a.risk] - RISK[b.risk] || a.priority - b.priority,
  expiry: (a, b) => expiry(a) - expiry(b),
};

export const inOrder = (advice: readonly Advice[], order: Order) => [...advice].sort(COMPARE[order]);
