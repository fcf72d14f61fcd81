/** The system's Chromium, driven by playwright-core. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  process.env.KUNAN_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export function findChromium() {
  const found = PLACES.find(place => place && existsSync(place));
  if (!found) {
    throw new Error(
      'The browser tests need Chromium: install it (apt-get install chromium fonts-noto-cjk) or name it in KUNAN_CHROMIUM.',
    );
  }
  return found;
}

export function launch() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}
