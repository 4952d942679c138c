export type { Caller } from './caller';
export { Cursors, cutPage } from './cursor';
export {
  FreshLogin,
  freshLoginKey,
  IdempotencyKey,
  InScope,
  InSession,
  LastEventId,
  Needs,
  needsKey,
  Public,
  publicKey,
  Returns,
  ReturnsFile,
  ReturnsNothing,
  ReturnsPng,
} from './decorators';
export { createHttpApp, type HotDoor } from './http-app';
export { HttpModule } from './http.module';
export { Problem } from './problem';
export { ProblemFilter } from './problem.filter';
export { SchemaPipe } from './schema.pipe';
