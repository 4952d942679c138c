import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/utils';

/** A decorator that is called, `@Get('x')`, by its name and arguments. */
export interface Called {
  readonly name: string;
  readonly args: readonly TSESTree.CallExpressionArgument[];
  readonly node: TSESTree.Decorator;
}

export function decoratorsOf(decorators: readonly TSESTree.Decorator[]): Called[] {
  return decorators.flatMap((node) => {
    const { expression } = node;
    if (expression.type !== AST_NODE_TYPES.CallExpression) return [];
    if (expression.callee.type !== AST_NODE_TYPES.Identifier) return [];
    return [{ name: expression.callee.name, args: expression.arguments, node }];
  });
}
