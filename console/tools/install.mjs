/** Runs `npm ci` only when the lock changed since the last one or node_modules is missing. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.kunan-lock`;
const hash = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) process.exit(0);

const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: root,
  stdio: 'inherit',
});
if (done.error) {
  console.error(
    'The console needs npm (Node 20.19 or later): install it, for example with apt-get install npm.',
  );
  process.exit(1);
}
if (done.status !== 0) process.exit(done.status ?? 1);
writeFileSync(stamp, hash);
