import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles, palette } from './themes.mjs';

const root = new URL('..', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const tokens = JSON.parse(read('tokens.json')) as Record<string, unknown>;

const channel = (hex: string, at: number) => {
  const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string) =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe('themes', () => {
  it('are the ones that tokens.json makes', () => {
    for (const [name, text] of Object.entries(generatedFiles(tokens) as Record<string, string>)) {
      expect(read(`src/shared/theme/generated/${name}`), `run npm run tokens: ${name}`).toBe(text);
    }
  });

  it.each(['light', 'dark'])('keep text readable on every %s surface (WCAG 2.2 AA)', mode => {
    const c = palette(tokens, mode) as Record<string, Record<string, string>>;
    for (const surface of ['app', 'bar', 'panel', 'raised', 'sunken', 'hover', 'selected']) {
      for (const text of ['primary', 'secondary', 'tertiary']) {
        expect(contrast(c.text![text]!, c.bg![surface]!), `${text} on ${surface}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
    for (const p of ['p1', 'p2', 'p3']) {
      expect(contrast(c.alarm![`${p}On`]!, c.alarm![p]!), `digit on ${p}`).toBeGreaterThanOrEqual(4.5);
      expect(
        contrast(c.alarm![`${p}Text`]!, c.alarm![`${p}Soft`]!),
        `text on soft ${p}`,
      ).toBeGreaterThanOrEqual(4.5);
    }
  });
});
