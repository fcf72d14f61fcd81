import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root });

async function rulesBroken(path: string, text: string) {
  const [result] = await eslint.lintText(text, { filePath: `${root}${path}` });
  return result?.messages.map(message => message.ruleId ?? message.message) ?? [];
}

describe('the gates bite', () => {
  it('refuses a colour in a component', async () => {
    expect(
      await rulesBroken('src/shared/ui/x.tsx', "export const x = <b style={{ color: '#AE1019' }} />;"),
    ).toContain('kunan/no-literal-colour');
  });

  it('refuses written text in a component, in both languages', async () => {
    expect(await rulesBroken('src/features/a/x.tsx', 'export const x = <b>Retry</b>;')).toContain(
      'kunan/no-literal-text',
    );
    expect(await rulesBroken('src/features/a/x.tsx', "export const x = '再试';")).toContain(
      'kunan/no-literal-text',
    );
    expect(await rulesBroken('src/features/a/x.tsx', 'export const x = <b title="Retry" />;')).toContain(
      'kunan/no-literal-text',
    );
  });

  it('refuses a feature that imports a feature, by alias or by path', async () => {
    const alias = "export { x } from '@/features/b/x';";
    const path = "import { x } from '../b/x';\nexport const y = x;";
    expect(await rulesBroken('src/features/a/x.ts', alias)).toContain('kunan/borders');
    expect(await rulesBroken('src/features/a/x.ts', path)).toContain('kunan/borders');
    expect(await rulesBroken('src/features/a/x.ts', "export { x } from '@/shared/x';")).not.toContain(
      'kunan/borders',
    );
  });

  it('refuses imports that run upward', async () => {
    expect(await rulesBroken('src/shared/ui/x.ts', "export { x } from '@/app/x';")).toContain(
      'kunan/borders',
    );
    expect(await rulesBroken('src/features/a/x.ts', "export { x } from '@/app/x';")).toContain(
      'kunan/borders',
    );
  });

  it('refuses components of more than 200 lines and names that are not kebab-case', async () => {
    const long = Array.from({ length: 201 }, (_, i) => `export const x${i} = ${i};`).join('\n');
    expect(await rulesBroken('src/shared/ui/x.tsx', long)).toContain('max-lines');
    expect(await rulesBroken('src/shared/ui/MyThing.tsx', 'export const x = 1;')).toContain(
      'kunan/kebab-case',
    );
  });
});
