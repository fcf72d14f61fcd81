import type { Draft } from './definition';

const ASSET = '{asset}';

/** Everything that may name an asset: the tags of inputs and outputs. */
function renamed(draft: Draft, change: (tag: string) => string): Draft {
  return {
    ...draft,
    inputs: draft.inputs.map(one => ({ ...one, tag: change(one.tag) })),
    output: { ...draft.output, tag: change(draft.output.tag) },
    outputs: draft.outputs.map(one => ({ ...one, tag: change(one.tag) })),
  };
}

/**
 * The job at every asset that has a tag like that of its first input: `L1.P001.V` stands for all tags that end in
 * `.V`. Tags of other assets, such as the current of the line, stay as they are.
 */
export function spread(draft: Draft, tags: readonly { name: string }[]): Draft {
  const first = draft.inputs[0]?.tag ?? '';
  const cut = first.lastIndexOf('.');
  if (cut <= 0) return draft;
  const [asset, ending] = [first.slice(0, cut), first.slice(cut)];
  const assets = tags
    .filter(tag => tag.name.endsWith(ending) && tag.name.length > ending.length)
    .map(tag => tag.name.slice(0, -ending.length));
  const change = (tag: string) => (tag.startsWith(`${asset}.`) ? ASSET + tag.slice(asset.length) : tag);
  return { ...renamed(draft, change), assets: assets.includes(asset) ? assets : [asset, ...assets] };
}

/** The job at its first asset alone. */
export function gather(draft: Draft): Draft {
  const [first = ''] = draft.assets;
  return { ...renamed(draft, tag => tag.replaceAll(ASSET, first)), assets: [] };
}
