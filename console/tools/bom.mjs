/**
 * Writes target/bom-npm.json: the CycloneDX bill of the npm packages that the console is made of, from the lock file.
 * The same lock gives the same bytes. `npm sbom --omit dev` would leave out what a build tool asks for too, as react.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));

function component([path, entry]) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence = entry.license ?? 'none stated';
  const [algorithm, digest = ''] = (entry.integrity ?? '').split('-');
  return {
    type: 'library',
    'bom-ref': `${name}@${entry.version}`,
    name,
    version: entry.version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${entry.version}`,
    licenses: [/[ (]/.test(licence) ? { expression: licence } : { license: { id: licence } }],
    ...(algorithm === 'sha512' && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    }),
  };
}

const linked = Object.entries(lock.packages).filter(
  ([path, entry]) => path && entry.version && !entry.dev && !entry.devOptional,
);
const components = new Map(linked.map(component).map(one => [one['bom-ref'], one]));
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: { type: 'application', name: lock.name, version: lock.version } },
  components: [...components.keys()].sort().map(key => components.get(key)),
};
mkdirSync(new URL('target/', root), { recursive: true });
writeFileSync(new URL('target/bom-npm.json', root), `${JSON.stringify(bill, null, 2)}\n`);
