/** Markdown is loaded as its text: `loader` in angular.json. */
declare module '*.md' {
  const text: string;
  export default text;
}
