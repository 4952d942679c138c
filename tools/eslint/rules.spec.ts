import { type Rule, RuleTester } from 'eslint';
import { parser } from 'typescript-eslint';
import { describe, it } from 'vitest';
import { routeGuarded } from './route-guarded.ts';
import { schemaOnInput } from './schema-on-input.ts';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser } });
const route = (decorators: string) => `@Controller('x') class X { ${decorators} list() {} }`;
const input = (parameter: string) => `class X { @Post() add(${parameter}) {} }`;

tester.run('route-guarded', routeGuarded as unknown as Rule.RuleModule, {
  valid: [
    route(`@Get() @Needs('orders:read')`),
    route(`@Needs(right) @Post('a')`),
    route(`@Sse() @Public('anybody may read the status')`),
    { name: 'a method that is no route', code: route('@Process()') },
  ],
  invalid: [
    { code: route('@Get()'), errors: [{ messageId: 'unguarded' }] },
    { code: route('@Sse("changes") @Returns(Order)'), errors: [{ messageId: 'unguarded' }] },
    { code: route(`@Get() @Needs`), errors: [{ messageId: 'unguarded' }] },
    { code: route(`@Get() @Needs()`), errors: [{ messageId: 'noRight' }] },
    { code: route('@All() @Public()'), errors: [{ messageId: 'noReason' }] },
    { code: route(`@Get() @Public('')`), errors: [{ messageId: 'noReason' }] },
    { code: route(`@Get() @Public('because')`), errors: [{ messageId: 'noReason' }] },
    {
      code: route(`@Get() @Needs('orders:read') @Public('anybody may read it')`),
      errors: [{ messageId: 'both' }],
    },
    {
      name: 'a guard on the class alone, which the next route would inherit unseen',
      code: `@Needs('orders:read') @Controller() class X { @Get() list() {} }`,
      errors: [{ messageId: 'unguarded' }],
    },
  ],
});

tester.run('schema-on-input', schemaOnInput as unknown as Rule.RuleModule, {
  valid: [
    input('@Body({ schema: Order }) order: Order'),
    input(`@Query('after', { schema: Cursor }) after: string`),
    input('@Param({ schema }) params: P'),
    { name: 'what Nest knows by itself', code: input('@Res() reply: Reply, @InScope() s: Scope') },
    { name: 'a class decorator of the same name', code: '@Query() class X {}' },
  ],
  invalid: [
    {
      code: input('@Body() body: X'),
      errors: [{ messageId: 'unchecked', data: { name: 'Body' } }],
    },
    { code: input(`@Param('id') id: string`), errors: [{ messageId: 'unchecked' }] },
    { code: input('@Query({ pipes: [] }) q: Q'), errors: [{ messageId: 'unchecked' }] },
    { code: input(`@Headers('x') x: string`), errors: [{ messageId: 'header' }] },
    { code: input('@Headers({ schema }) x: X'), errors: [{ messageId: 'header' }] },
    { code: input('@Body body: X'), errors: [{ messageId: 'unchecked' }] },
    {
      name: 'a parameter of a constructor',
      code: 'class X { constructor(@Query() private q: Q) {} }',
      errors: [{ messageId: 'unchecked' }],
    },
  ],
});
