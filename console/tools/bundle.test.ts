import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = new URL('../dist/', import.meta.url);
const LIMIT = 300_000;

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

const built = existsSync(new URL('.vite/manifest.json', dist));
const manifest = built
  ? (JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>)
  : {};

/** The entry and everything it imports before anything can be drawn. */
function firstFiles() {
  const files = new Set(['index.html', 'appearance.js']);
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.css?.forEach(file => files.add(file));
    chunk.imports?.forEach(key => visit(manifest[key]));
  };
  visit(Object.values(manifest).find(chunk => chunk.isEntry));
  return [...files];
}

const read = (file: string) => readFileSync(new URL(file, dist));

describe('what the login page needs', () => {
  it('was built', () => expect(built, 'run npm run build first').toBe(true));

  it(`is at most ${LIMIT / 1000} kB gzip`, () => {
    const size = firstFiles().reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
    console.info(`login page: ${(size / 1000).toFixed(1)} kB gzip in ${firstFiles().length} files`);
    expect(size).toBeLessThanOrEqual(LIMIT);
  });

  it('holds neither the charts nor the component library', () => {
    const text = firstFiles()
      .filter(file => file.endsWith('.js'))
      .map(file => read(file).toString())
      .join('');
    expect(text).not.toContain('zrender');
    expect(text).not.toContain('ant-btn');
  });
});

describe('the charts', () => {
  it('are in chunks that no page imports at its start', () => {
    const charts = Object.values(manifest).find(chunk => chunk.src?.endsWith('shared/chart/echarts.ts'));
    expect(charts).toBeDefined();
    const statically = Object.values(manifest).filter(chunk =>
      chunk.imports?.some(key => manifest[key]?.file === charts?.file),
    );
    expect(statically.map(chunk => chunk.file)).toEqual([]);
  });
});

describe('the built files', () => {
  it('name no other host to load from', () => {
    const files = readdirSync(new URL('static/', dist)).map(file => `static/${file}`);
    const css = files.filter(file => file.endsWith('.css')).map(file => read(file).toString());
    expect(css.join('')).not.toMatch(/url\(\s*['"]?(?:https?:)?\/\//);
    expect(read('index.html').toString()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
