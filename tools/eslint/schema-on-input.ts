import { AST_NODE_TYPES, ESLintUtils, type TSESTree } from '@typescript-eslint/utils';
import { type Called, decoratorsOf } from './decorators.ts';

const inputs = new Set(['Body', 'Query', 'Param', 'Headers']);
/** Nest takes no schema for these. */
const uncheckable = new Set(['Headers']);

/** Nest passes an input without a schema on unchecked, so every input carries one. */
export const schemaOnInput = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: {
      description: 'Every @Body, @Query and @Param carries a schema; headers are read checked.',
    },
    messages: {
      unchecked: 'This input is not checked: write @{{name}}({ schema: <zod schema> }).',
      header:
        'Nest passes headers on unchecked: read it by a decorator that checks it, as IdempotencyKey in platform/http does.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const report = (node: TSESTree.Decorator, name: string) =>
      context.report({
        node,
        messageId: uncheckable.has(name) ? 'header' : 'unchecked',
        data: { name },
      });
    return {
      Decorator(node) {
        const [called] = decoratorsOf([node]);
        if (!called || !inputs.has(called.name) || !isOnParameter(node)) return;
        if (uncheckable.has(called.name) || !hasSchema(called)) report(node, called.name);
      },
      // `@Body` without the brackets is not a decorator that Nest understands, and checks nothing either.
      'Decorator > Identifier'(name: TSESTree.Identifier) {
        const node = name.parent as TSESTree.Decorator;
        if (inputs.has(name.name) && isOnParameter(node)) report(node, name.name);
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
