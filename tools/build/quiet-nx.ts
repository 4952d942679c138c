/** Nx in one process and in plain text: it leaves nothing behind when it is ended half-way. */
export const quietNx = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', FORCE_COLOR: '0' };
