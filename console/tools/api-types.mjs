/** Makes target/openapi.d.ts from the server's committed document, openapi.json: npm run api. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('..', import.meta.url);
const document = JSON.parse(readFileSync(new URL('openapi.json', root), 'utf8'));
const text = astToString(await openapiTS(document));
mkdirSync(new URL('target/', root), { recursive: true });
writeFileSync(new URL('target/openapi.d.ts', root), `/* Made from openapi.json by npm run api. */\n${text}`);
