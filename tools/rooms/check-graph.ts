import { constraints } from './constraints.ts';
import { roomsIn } from './rooms.ts';

export interface Graph {
  readonly nodes: Readonly<
    Record<string, { readonly data: { readonly root: string; readonly tags?: readonly string[] } }>
  >;
}

/**
 * What the lint rule takes for granted: that every folder of code is a project, and that its tags are
 * ones that a constraint speaks of. A project without a known tag may import anything.
 */
export function graphFaults(root: string, graph: Graph, folders: readonly string[]): string[] {
  const known = new Set(constraints(roomsIn(root)).map(({ sourceTag }) => sourceTag));
  const projects = Object.values(graph.nodes).map(({ data }) => data);
  const roots = new Set(projects.map((project) => project.root));
  return [
    ...folders
      .filter((folder) => !roots.has(folder))
      .map(
        (folder) => `${folder} is no project: it needs src/index.ts (libs) or project.json (apps).`,
      ),
    ...projects
      .filter(({ tags = [] }) => !tags.some((tag) => known.has(tag)))
      .map((project) => `${project.root} has no tag that tools/rooms/constraints.ts speaks of.`),
  ];
}
