import * as z from 'zod';

// Before any schema is made: zod would try to make functions from text, which the content policy forbids.
z.config({ jitless: true });

const { start } = await import('./start');
await start();
