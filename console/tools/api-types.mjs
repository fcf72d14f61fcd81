/** Makes src/shared/api/generated/openapi.ts from the server's committed document, openapi.json. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('..', import.meta.url);
const document = new URL('openapi.json', root);
if (!existsSync(document)) {
  console.error(
    'console/openapi.json is missing: write it with the server first, then run npm run api again.',
  );
  process.exit(1);
}
const folder = new URL('src/shared/api/generated/', root);
mkdirSync(folder, { recursive: true });
const text = astToString(await openapiTS(JSON.parse(readFileSync(document, 'utf8'))));
writeFileSync(new URL('openapi.ts', folder), `/* Made from openapi.json by npm run api. */\n${text}`);
