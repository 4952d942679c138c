import { floorIn, projectOf } from './rooms.ts';

/** Makes a room's folders Nx projects with their tags, so that nobody writes a `project.json` for them. */
export const createNodesV2 = [
  'libs/{*/src,*/*/src}/index.ts',
  (files, _options, { workspaceRoot }) =>
    files.flatMap((file) => {
      const project = projectOf(file, (room) => floorIn(workspaceRoot, room));
      if (!project) return [];
      const { root, ...rest } = project;
      return [[file, { projects: { [root]: { ...rest, root, projectType: 'library' } } }]];
    }),
];
