/** Installs what is missing and runs a TypeScript program of ours on the project's Node. */
export function bootstrap(program: string): Promise<void>;
/** One sentence with the way out, from what npm wrote. */
export function whyNotInstalled(output: string): string;
