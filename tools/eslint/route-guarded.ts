import { AST_NODE_TYPES, ESLintUtils, type TSESTree } from '@typescript-eslint/utils';
import { type Called, decoratorsOf } from './decorators.ts';

const routes = new Set(
  'Get Post Put Patch Delete Options Head All Search Sse Propfind Proppatch Mkcol Copy Move Lock Unlock'.split(
    ' ',
  ),
);

/** Every route says who may call it. An open route has to say why it is open. */
export const routeGuarded = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'Every route handler has @Needs(...) or @Public(why).' },
    messages: {
      unguarded:
        "This route doesn't say who may call it: add @Needs('<right>') or @Public('<why>').",
      both: 'This route is both guarded and public: keep @Needs or @Public.',
      noReason:
        "@Public needs its reason, as a sentence of at least three words: @Public('<why>').",
      noRight: "@Needs needs the right that is asked for: @Needs('<right>').",
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    return {
      MethodDefinition(method) {
        const decorators = decoratorsOf(method.decorators);
        if (!decorators.some(({ name }) => routes.has(name))) return;
        const needs = decorators.find(({ name }) => name === 'Needs');
        const open = decorators.find(({ name }) => name === 'Public');
        const report = (messageId: MessageId, node: TSESTree.Node = method.key) =>
          context.report({ node, messageId });
        if (!needs && !open) report('unguarded');
        else if (needs && open) report('both', open.node);
        else if (open && !hasReason(open)) report('noReason', open.node);
        else if (needs?.args.length === 0) report('noRight', needs.node);
      },
    };
  },
});

type MessageId = 'unguarded' | 'both' | 'noReason' | 'noRight';

function hasReason({ args }: Called): boolean {
  const [why] = args;
  if (why?.type !== AST_NODE_TYPES.Literal || typeof why.value !== 'string') return false;
  return why.value.trim().split(/\s+/).length >= 3;
}
