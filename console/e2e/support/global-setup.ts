import type { TestProject } from 'vitest/node';
import { findChromium } from './browser.mjs';
import { startMockServer } from './mock-server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    base: string;
    user: string;
    password: string;
  }
}

/**
 * Names the server under test: KUNAN_URL with KUNAN_USER and KUNAN_PASSWORD. KUNAN_URL=mock tests the built console
 * alone against invented answers. Nothing is assumed, so that a forgotten server cannot pass as a tested one.
 */
export default async function setup(project: TestProject) {
  findChromium();
  const url = process.env.KUNAN_URL;
  if (!url)
    throw new Error('The browser tests need a running Kunan: set KUNAN_URL, KUNAN_USER and KUNAN_PASSWORD.');
  const mock = url === 'mock' ? await startMockServer() : null;
  project.provide('base', mock?.url ?? url.replace(/\/$/, ''));
  project.provide('user', process.env.KUNAN_USER ?? 'admin');
  project.provide('password', process.env.KUNAN_PASSWORD ?? '');
  return () => mock?.close();
}
