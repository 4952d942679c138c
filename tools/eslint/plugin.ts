import { routeGuarded } from './route-guarded.ts';
import { schemaOnInput } from './schema-on-input.ts';

/** The house's own rules, as `toonbank/<rule>`. */
export const toonbank = {
  rules: { 'route-guarded': routeGuarded, 'schema-on-input': schemaOnInput },
};
