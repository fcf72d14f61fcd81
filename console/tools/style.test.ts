import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const src = new URL('../src/', import.meta.url);
const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(|:\s*(?:white|black|red|green|blue|gray|grey|orange|yellow)\b/i;
const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('.css') && !file.includes('generated'),
);

/** Variables that a component sets on its element. */
const inline = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.tsx'))
  .flatMap(file =>
    [...readFileSync(new URL(file, src), 'utf8').matchAll(/'(--[\w-]+)'/g)].map(found => found[1]),
  );

it('finds the style sheets', () => expect(sheets.length).toBeGreaterThan(20));

it.each(sheets)('%s takes its colours from tokens', file => {
  const lines = readFileSync(new URL(file, src), 'utf8').split('\n');
  expect(lines.filter(line => COLOUR.test(line))).toEqual([]);
});

it.each(sheets)('%s uses only variables that exist', file => {
  const known = new Set(
    [...readFileSync(new URL('shared/theme/generated/tokens.css', src), 'utf8').matchAll(/(--[\w-]+):/g)].map(
      found => found[1],
    ),
  );
  inline.forEach(name => known.add(name));
  const text = readFileSync(new URL(file, src), 'utf8');
  const defined = new Set([...text.matchAll(/(--[\w-]+):/g)].map(found => found[1]));
  const unknown = [...text.matchAll(/var\((--[\w-]+)(,)?/g)].filter(
    found => !found[2] && !known.has(found[1]) && !defined.has(found[1]),
  );
  expect(unknown.map(found => found[1])).toEqual([]);
});
