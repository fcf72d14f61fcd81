import { useEffect, useRef, useSyncExternalStore } from 'react';

/** A key of the page: `keys` as people press it ("J", "Shift+A", "Enter", "/"). */
export interface KeyBinding {
  keys: string;
  label: string;
  act: () => void;
}

interface Layer {
  bindings: KeyBinding[];
}

const layers: Layer[] = [];
let listed: KeyBinding[] = [];
const listeners = new Set<() => void>();

function renew() {
  const seen = new Map<string, KeyBinding>();
  for (const layer of layers) for (const binding of layer.bindings) seen.set(binding.keys, binding);
  listed = [...seen.values()];
  listeners.forEach(listener => listener());
}

export function nameOf(event: KeyboardEvent) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = /^[A-Z]$/.test(key);
  return event.shiftKey && letter ? `Shift+${key}` : key;
}

function typing(target: EventTarget | null) {
  const element = target as HTMLElement | null;
  return Boolean(element?.closest?.('input, textarea, select, [contenteditable=true], [role=combobox]'));
}

/** Enter and Space on a button or link belong to that control. */
function pressing(event: KeyboardEvent) {
  const element = event.target as HTMLElement | null;
  return event.key === 'Enter' && Boolean(element?.closest?.('button, a, [role=button], [role=treeitem]'));
}

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== 'Escape' && (typing(event.target) || pressing(event))) return;
  if (event.key !== 'Escape' && document.querySelector('[role=dialog][aria-modal=true]')) return;
  const name = event.key === 'Escape' ? 'Esc' : nameOf(event);
  for (const layer of [...layers].reverse()) {
    const binding = layer.bindings.find(one => one.keys === name);
    if (binding) {
      event.preventDefault();
      binding.act();
      return;
    }
  }
}

/** Binds keys while the component is on the page; the innermost component wins. Keys rest while a person types. */
export function useKeys(bindings: KeyBinding[], enabled = true) {
  const layer = useRef<Layer>({ bindings });
  const signature = bindings.map(one => `${one.keys}:${one.label}`).join('|');
  useEffect(() => {
    layer.current.bindings = bindings;
  });
  useEffect(() => {
    if (!enabled) return;
    const mine = layer.current;
    if (layers.length === 0) window.addEventListener('keydown', onKey);
    layers.push(mine);
    renew();
    return () => {
      layers.splice(layers.indexOf(mine), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKey);
      renew();
    };
  }, [enabled, signature]);
}

/** All keys that act now, for the help. */
export function useListedKeys() {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => listed,
  );
}
