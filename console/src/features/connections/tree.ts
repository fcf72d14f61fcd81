import type { BrowseNode } from '@/shared/api/contract';

/** A node as the tree draws it; children are absent until they were asked for. */
export interface Branch {
  key: string;
  node: BrowseNode;
  isLeaf: boolean;
  disableCheckbox: boolean;
  children?: Branch[];
}

export const branchesOf = (nodes: readonly BrowseNode[]): Branch[] =>
  nodes.map(node => ({
    key: node.nodeId,
    node,
    isLeaf: !node.hasChildren,
    // A variable that feeds a tag already, or cannot become one.
    disableCheckbox: node.kind === 'VARIABLE' && Boolean(node.tagId || node.refusal),
  }));

/** The same tree with what was found below one node; nodes of a server may stand in several places. */
export const withChildren = (branches: readonly Branch[], key: string, children: Branch[]): Branch[] =>
  branches.map(branch =>
    branch.key === key
      ? { ...branch, children }
      : branch.children
        ? { ...branch, children: withChildren(branch.children, key, children) }
        : branch,
  );

const below = (branch: Branch): string[] =>
  (branch.children ?? []).flatMap(child => [child.key, ...below(child)]);

/** Whether a node lies below another one that is ticked, and so comes with it. */
export function isWithin(branches: readonly Branch[], key: string, ticked: readonly string[]): boolean {
  return branches.some(
    branch =>
      (ticked.includes(branch.key) && below(branch).includes(key)) ||
      isWithin(branch.children ?? [], key, ticked),
  );
}
