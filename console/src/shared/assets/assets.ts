import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '@/shared/api/client';
import type { Asset } from '@/shared/api/contract';

/** The asset tree with the ways through it that pages need. */
export class AssetTree {
  private readonly byId: ReadonlyMap<number, Asset>;
  private readonly children: ReadonlyMap<number | null, Asset[]>;

  constructor(readonly all: readonly Asset[]) {
    this.byId = new Map(all.map(asset => [asset.id, asset]));
    const children = new Map<number | null, Asset[]>();
    for (const asset of all) {
      const parent = asset.parentId ?? null;
      children.set(parent, [...(children.get(parent) ?? []), asset]);
    }
    this.children = children;
  }

  get roots() {
    return this.childrenOf(null);
  }

  find(id: number | null | undefined) {
    return id === null || id === undefined ? undefined : this.byId.get(id);
  }

  childrenOf(id: number | null) {
    return this.children.get(id) ?? [];
  }

  /** From the root down to the asset itself. */
  pathOf(id: number | null | undefined): Asset[] {
    const path: Asset[] = [];
    for (let asset = this.find(id); asset && !path.includes(asset); asset = this.find(asset.parentId))
      path.unshift(asset);
    return path;
  }
}

export function useAssets() {
  const query = useQuery({
    queryKey: ['assets'],
    queryFn: ({ signal }) => api.get('/api/assets', { signal }),
    staleTime: 60_000,
  });
  const tree = useMemo(() => new AssetTree(query.data ?? []), [query.data]);
  return { ...query, tree };
}

/** The asset that the top bar names, kept in the address as `asset`. */
export function useScope() {
  const [query, setQuery] = useSearchParams();
  const { tree } = useAssets();
  const id = Number(query.get('asset')) || null;
  const setScope = useCallback(
    (next: number | null) =>
      setQuery(old => {
        const changed = new URLSearchParams(old);
        if (next === null) changed.delete('asset');
        else changed.set('asset', String(next));
        return changed;
      }),
    [setQuery],
  );
  return { assetId: id, asset: tree.find(id), path: tree.pathOf(id), tree, setScope };
}
