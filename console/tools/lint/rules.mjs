/** The console's own ESLint rules: what the look and the house ask and no public rule knows. */
import path from 'node:path';

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(/i;
const WORD = /[A-Za-z]{2,}|[\u3400-\u9fff]/;
const CJK = /[\u3400-\u9fff]/;
const TEXT_ATTRIBUTES = new Set([
  'title',
  'aria-label',
  'placeholder',
  'alt',
  'label',
  'meta',
  'okText',
  'cancelText',
]);

const literals = check => ({
  Literal: node => typeof node.value === 'string' && check(node, node.value),
  TemplateElement: node => check(node, node.value.raw),
});

const noLiteralColour = {
  meta: {
    type: 'problem',
    messages: {
      found: 'Colour "{{text}}" is written out: take it from tokens.json (CSS variable or palette).',
    },
    schema: [],
  },
  create: context =>
    literals((node, text) => {
      if (COLOUR.test(text)) context.report({ node, messageId: 'found', data: { text } });
    }),
};

const noLiteralText = {
  meta: {
    type: 'problem',
    messages: { found: 'Text "{{text}}" is written out: put it into the locale files.' },
    schema: [],
  },
  create: context => {
    const report = (node, text) => context.report({ node, messageId: 'found', data: { text: text.trim() } });
    return {
      JSXText: node => WORD.test(node.value) && report(node, node.value),
      'JSXAttribute > Literal': node => {
        const name = node.parent.name.name;
        if (TEXT_ATTRIBUTES.has(name) && typeof node.value === 'string' && WORD.test(node.value))
          report(node, node.value);
      },
      ...literals((node, text) => CJK.test(text) && report(node, text)),
    };
  },
};

/** A feature sees itself and shared; shared sees only shared. */
const borders = {
  meta: {
    type: 'problem',
    messages: {
      feature: 'Feature "{{from}}" imports feature "{{to}}": move what both need into src/shared.',
      upward: '"{{from}}" imports "{{to}}": imports run app → features → shared.',
    },
    schema: [],
  },
  create(context) {
    const src = path.join(context.cwd, 'src');
    const room = file => path.relative(src, file).split(path.sep);
    const [layer, feature] = room(context.filename);
    const check = node => {
      const text = node.source?.value;
      if (typeof text !== 'string' || !/^(@\/|\.)/.test(text)) return;
      const target = text.startsWith('@/')
        ? path.join(src, text.slice(2))
        : path.resolve(path.dirname(context.filename), text);
      const [toLayer, toFeature] = room(target);
      if (layer === 'features' && toLayer === 'features' && toFeature !== feature) {
        context.report({ node, messageId: 'feature', data: { from: feature, to: toFeature } });
      }
      const rank = { shared: 0, features: 1, app: 2 };
      if (layer in rank && toLayer in rank && rank[toLayer] > rank[layer]) {
        context.report({ node, messageId: 'upward', data: { from: layer, to: toLayer } });
      }
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

const kebabCase = {
  meta: { type: 'problem', messages: { name: 'File name "{{name}}" is not kebab-case.' }, schema: [] },
  create: context => ({
    Program(node) {
      const name = path.basename(context.filename);
      if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name))
        context.report({ node, messageId: 'name', data: { name } });
    },
  }),
};

export default {
  rules: {
    'no-literal-colour': noLiteralColour,
    'no-literal-text': noLiteralText,
    borders,
    'kebab-case': kebabCase,
  },
};
