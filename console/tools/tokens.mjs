import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './themes.mjs';

const root = new URL('..', import.meta.url);
const folder = new URL('src/shared/theme/generated/', root);
const tokens = JSON.parse(readFileSync(new URL('tokens.json', root), 'utf8'));
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(generatedFiles(tokens))) writeFileSync(new URL(name, folder), text);
