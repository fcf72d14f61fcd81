// Starts the packaged application with a small virtual line on a free port, runs the browser tests
// against it and stops it. Arguments: the application's jar, a folder for its home.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { logIn } from './api.mjs';

const [jar, home] = process.argv.slice(2);
const java = join(process.env.JAVA_HOME ?? '', 'bin', 'java');
const START_MS = 180_000;

function chromium() {
  const known = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return known.find(path => path && existsSync(path));
}

function fail(sentence) {
  process.stderr.write(`browser tests: ${sentence}\n`);
  process.exit(1);
}

if (!chromium()) fail('no Chromium found; install it (Debian: apt install chromium) or set CHROMIUM.');

rmSync(home, { recursive: true, force: true });
const server = spawn(
  java,
  [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1', // the machine is small and the browser wants it
    '--enable-native-access=ALL-UNNAMED',
    '--sun-misc-unsafe-memory-access=allow',
  ].concat(['-jar', jar, 'demo', '--home', home, '--port', '0', '--pots', '20']),
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
let stopped = false;
const stop = () => {
  stopped = true;
  server.kill('SIGTERM');
};
process.on('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const told = await new Promise(resolve => {
  let text = '';
  const timer = setTimeout(() => fail(`the application did not start within ${START_MS / 1000} s`), START_MS);
  server.on('exit', code => stopped || fail(`the application ended with ${code} while it was tested`));
  server.stdout.on('data', chunk => {
    text += chunk;
    const url = /open\s+(\S+)/.exec(text)?.[1];
    const password = /password\s+(\S+)/.exec(text)?.[1];
    if (url && password) {
      clearTimeout(timer);
      resolve({ url, password });
    }
  });
});

await ready(told);

const tests = spawn('npm', ['run', 'e2e'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    KUNAN_URL: told.url.replace(/\/$/, ''),
    KUNAN_USER: 'admin',
    KUNAN_PASSWORD: told.password,
    CHROMIUM: chromium(),
  },
});
tests.on('exit', code => {
  stop();
  server.on('exit', () => process.exit(code ?? 1));
});

/** The line has its past and sends: the background job of the first start is over. */
async function ready({ url, password }) {
  const call = await logIn(url, 'admin', password);
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const jobs = await call('GET', '/api/jobs');
    const failed = jobs.find(job => job.state === 'failed');
    if (failed) fail(`the demo did not furnish itself: ${failed.message}`);
    if (jobs.length > 0 && jobs.filter(job => job.kind === 'backfill').every(job => job.state === 'done'))
      return;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  fail('the demo was not furnished in time');
}
