/** Nx in one process and in plain text: it leaves nothing behind when it is ended half-way. */
export const quietNx = {
  NX_DAEMON: 'false',
  NX_ISOLATE_PLUGINS: 'false',
  NO_COLOR: '1',
  // Some take it as a yes whatever it holds.
  FORCE_COLOR: undefined,
};
