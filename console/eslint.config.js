import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import kunan from './tools/lint/rules.mjs';

export default tseslint.config(
  { ignores: ['dist', 'target', 'node_modules', 'src/shared/theme/generated'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks, kunan },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Else a type import leaves an empty import behind, which would pull the charts into every page.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'kunan/no-literal-colour': 'error',
      'kunan/no-literal-text': 'error',
      'kunan/borders': 'error',
      'kunan/kebab-case': 'error',
    },
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    rules: {
      'kunan/no-literal-text': 'off',
      'kunan/no-literal-colour': 'off',
      'kunan/borders': 'off',
      'max-lines': 'off',
    },
  },
);
