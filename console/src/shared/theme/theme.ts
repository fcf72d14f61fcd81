import { useSyncExternalStore } from 'react';
import palettes from './generated/palette';

export type Mode = 'light' | 'dark';

const STORED = 'kunan.theme';
const listeners = new Set<() => void>();

const current = (): Mode => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

export function setMode(mode: Mode) {
  localStorage.setItem(STORED, mode);
  document.documentElement.dataset.theme = mode;
  listeners.forEach(listener => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useMode(): Mode {
  return useSyncExternalStore(subscribe, current);
}

/** The same tree with plain strings and numbers: the exact colours are no part of the type. */
type Plain<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends readonly (infer E)[]
      ? readonly Plain<E>[]
      : { readonly [K in keyof T]: Plain<T[K]> };

export type Palette = Plain<(typeof palettes)['light']>;

/** The colours of the present theme for canvas; everything else uses CSS variables. */
export function usePalette(): Palette {
  return palettes[useMode()];
}
