import { describe, expect, it } from 'vitest';

const zh = import.meta.glob<Record<string, string>>('/src/**/locale/zh.json', {
  eager: true,
  import: 'default',
});
const en = import.meta.glob<Record<string, string>>('/src/**/locale/en.json', {
  eager: true,
  import: 'default',
});
const variables = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(found => found[1]).sort();

describe.each(Object.keys(zh))('%s', file => {
  const chinese = zh[file] ?? {};
  const english = en[file.replace('zh.json', 'en.json')] ?? {};

  it('has the same keys and variables in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
    for (const key of Object.keys(chinese)) {
      expect(variables(english[key] ?? ''), key).toEqual(variables(chinese[key] ?? ''));
      expect(english[key]?.trim() || chinese[key], key).toBeTruthy();
    }
  });

  it('writes no Chinese in English texts', () => {
    const allowed = new Set(['top.languageShort', 'nameOther']);
    const mixed = Object.keys(english).filter(
      key => /[\u3400-\u9fff]/.test(english[key] ?? '') && !allowed.has(key),
    );
    expect(mixed).toEqual([]);
  });

  it('puts a space between Chinese and Latin letters', () => {
    const tight = Object.keys(chinese).filter(key =>
      /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(chinese[key] ?? ''),
    );
    expect(tight).toEqual([]);
  });
});

it('every room has both languages', () => {
  expect(Object.keys(en).sort()).toEqual(
    Object.keys(zh)
      .map(file => file.replace('zh.json', 'en.json'))
      .sort(),
  );
});
