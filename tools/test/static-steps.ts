import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference, emit } from '../openapi/emit.ts';
import { type Graph, graphFaults } from '../rooms/check-graph.ts';
import { tool } from './command.ts';
import { type Outcome, verdict } from './outcome.ts';
import type { Step } from './run-steps.ts';

const graphFile = '.nx/graph.json';
const incremental = ['--noEmit', '--incremental', '--tsBuildInfoFile', '.nx/types.tsbuildinfo'];

/** What can be said of the code without running it. */
export function staticSteps(root: string): Step[] {
  const run = async (...command: string[]): Promise<Outcome> => {
    const { code, output } = await tool(root, command);
    return verdict(code === 0, output);
  };
  return [
    { name: 'format', run: () => run('prettier', '--check', '--log-level=warn', '.') },
    { name: 'types', run: () => run('tsc', '-p', 'tsconfig.json', ...incremental) },
    { name: 'boundaries', run: () => boundaries(root) },
    // After the graph: with none, or an old one, the boundaries rule finds nothing to say.
    { name: 'lint', run: () => run('eslint', '--max-warnings=0') },
  ];
}

/** The build, and what the built API says of itself against the committed file. */
export function buildSteps(root: string): Step[] {
  return [
    { name: 'build', run: () => build(root) },
    { name: 'openapi', run: () => openapi(root) },
  ];
}

async function build(root: string): Promise<Outcome> {
  const args = ['run-many', '--target=build', '--output-style=static'];
  const { code, output } = await tool(root, ['nx', ...args]);
  return verdict(code === 0, output);
}

async function boundaries(root: string): Promise<Outcome> {
  mkdirSync(join(root, '.nx'), { recursive: true });
  const { code, output } = await tool(root, ['nx', 'graph', `--file=${graphFile}`]);
  if (code !== 0) return verdict(false, output);
  const { graph } = JSON.parse(readFileSync(join(root, graphFile), 'utf8')) as { graph: Graph };
  const faults = graphFaults(root, graph, codeFolders(root));
  return verdict(faults.length === 0, faults.join('\n'));
}

/** Every app, and of the libraries every folder that holds a `src`. */
function codeFolders(root: string): string[] {
  const inside = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}`);
  const libs = inside('libs').flatMap((lib) => [lib, ...inside(lib)]);
  return [...inside('apps'), ...libs].filter((folder) => existsSync(join(root, folder, 'src')));
}

function openapi(root: string): Promise<Outcome> {
  const fault = difference(root, emit(root));
  return Promise.resolve(verdict(!fault, fault));
}
