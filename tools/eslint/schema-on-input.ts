import { AST_NODE_TYPES, ESLintUtils, type TSESTree } from '@typescript-eslint/utils';
import { type Called, decoratorsOf } from './decorators.ts';

const inputs = new Set(['Body', 'Query', 'Param', 'Headers']);

/** Nest passes an input without a schema on unchecked, so every input carries one. */
export const schemaOnInput = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'Every @Body, @Query, @Param and @Headers carries a schema.' },
    messages: {
      unchecked: 'This input is not checked: write @{{name}}({ schema: <zod schema> }).',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    return {
      Decorator(node) {
        const [called] = decoratorsOf([node]);
        if (!called || !inputs.has(called.name) || !isOnParameter(node)) return;
        if (hasSchema(called)) return;
        context.report({ node, messageId: 'unchecked', data: { name: called.name } });
      },
      // `@Body` without the brackets is not a decorator that Nest understands, and checks nothing either.
      'Decorator > Identifier'(name: TSESTree.Identifier) {
        const node = name.parent as TSESTree.Decorator;
        if (!inputs.has(name.name) || !isOnParameter(node)) return;
        context.report({ node, messageId: 'unchecked', data: { name: name.name } });
      },
    };
  },
});

function isOnParameter(node: TSESTree.Decorator): boolean {
  const { parent } = node;
  return parent.type !== AST_NODE_TYPES.MethodDefinition && !parent.type.startsWith('Class');
}

function hasSchema({ args }: Called): boolean {
  return args.some(
    (arg) =>
      arg.type === AST_NODE_TYPES.ObjectExpression &&
      arg.properties.some(
        (property) =>
          property.type === AST_NODE_TYPES.Property &&
          property.key.type === AST_NODE_TYPES.Identifier &&
          property.key.name === 'schema',
      ),
  );
}
